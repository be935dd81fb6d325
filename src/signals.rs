//! Signals and shared values for the views.
//!
//! Leptos' reactive types are compiled anew for each value type, 2 to 4 KB a time. Here all signals hold an `i64` and
//! all shared values an `Rc<dyn Any>`; only the wrappers are typed.

use crate::calendar::Instant;
use crate::words::Lang;
use leptos::prelude::*;
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};
use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

/// A value that packs into the `i64` that a signal holds.
pub trait Packed: Copy + 'static {
    /// The value as an `i64`.
    fn pack(self) -> i64;
    /// The value from its `i64`.
    fn unpack(packed: i64) -> Self;
}

impl Packed for i64 {
    fn pack(self) -> i64 {
        self
    }
    fn unpack(packed: i64) -> Self {
        packed
    }
}

impl Packed for bool {
    fn pack(self) -> i64 {
        self.into()
    }
    fn unpack(packed: i64) -> Self {
        packed != 0
    }
}

impl Packed for Lang {
    fn pack(self) -> i64 {
        self as i64
    }
    fn unpack(packed: i64) -> Self {
        Lang::nth(packed as usize)
    }
}

impl Packed for Instant {
    fn pack(self) -> i64 {
        self.epoch_seconds()
    }
    fn unpack(packed: i64) -> Self {
        Instant::from_epoch_seconds(packed)
    }
}

impl Packed for Option<Instant> {
    fn pack(self) -> i64 {
        self.map_or(i64::MIN, Instant::epoch_seconds)
    }
    fn unpack(packed: i64) -> Self {
        (packed != i64::MIN).then(|| Instant::from_epoch_seconds(packed))
    }
}

/// A signal of a small value. An effect or memo that calls `get` subscribes to it.
pub struct PackedSignal<T>(RwSignal<i64>, PhantomData<fn() -> T>);

impl<T> Clone for PackedSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for PackedSignal<T> {}

impl<T: Packed> PackedSignal<T> {
    /// A signal that holds `value`.
    pub(crate) fn new(value: T) -> Self {
        Self(RwSignal::new(value.pack()), PhantomData)
    }

    /// Wraps an existing signal.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn of(signal: RwSignal<i64>) -> Self {
        Self(signal, PhantomData)
    }

    /// The value. Subscribes the running effect or memo.
    pub(crate) fn get(self) -> T {
        T::unpack(self.0.get())
    }

    /// The value, without a subscription.
    pub(crate) fn peek(self) -> T {
        T::unpack(self.0.get_untracked())
    }

    /// Sets the value. Subscribers run only if it differs.
    pub(crate) fn set(self, value: T) {
        if self.0.get_untracked() != value.pack() {
            self.0.set(value.pack());
        }
    }
}

/// A memo of a small value: computed from signals, and its subscribers run only if the result has changed.
pub(crate) fn derived<T: Packed>(work_out: impl Fn() -> T + Send + Sync + 'static) -> impl Fn() -> T + Copy + Send {
    let memo = memo(Box::new(move || work_out().pack()));
    move || T::unpack(memo.get())
}

/// Not generic, so that Leptos' code is there once.
#[inline(never)]
fn memo(work_out: Box<dyn Fn() -> i64 + Send + Sync>) -> Memo<i64> {
    let memo = ArcMemo::new(move |_| work_out());
    let subscriber = memo.to_any_subscriber();
    on_cleanup(move || unsubscribe(&subscriber));
    memo.into()
}

/// Ends all subscriptions. Leptos leaves those of what is gone in each signal, until that changes.
pub(crate) fn unsubscribe(subscriber: &AnySubscriber) {
    subscriber.clear_sources(subscriber);
}

/// A value of any type that closures share. Leptos requires them to be `Send`, which a campaign's data is not, but this
/// handle is. It lives as long as the owner that is current when `new` is called; after that `get` and `peek` return
/// `None`.
pub struct SharedValue<T> {
    value: StoredValue<Rc<dyn Any>, LocalStorage>,
    /// Incremented by each `set`; subscribers track this signal.
    version: RwSignal<i64>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for SharedValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for SharedValue<T> {}

impl<T: 'static> SharedValue<T> {
    /// Holds `value`.
    pub(crate) fn new(value: T) -> Self {
        Self { value: StoredValue::new_local(Rc::new(value)), version: RwSignal::new(0), of: PhantomData }
    }

    /// The value. Subscribes the running effect or memo.
    pub(crate) fn get(self) -> Option<Rc<T>> {
        self.version.track();
        self.peek()
    }

    /// The value, without a subscription.
    pub(crate) fn peek(self) -> Option<Rc<T>> {
        self.value.try_get_value()?.downcast().ok()
    }

    /// Replaces the value, and runs all subscribers.
    pub(crate) fn set(self, value: T) {
        self.value.set_value(Rc::new(value));
        self.version.set(self.version.get_untracked() + 1);
    }
}
