//! Signals and shared values for the views.
//!
//! Leptos compiles its graph anew for each type that a signal, a memo or a stored value holds, 2 to 4 KB a time. Here all
//! signals hold an `i64` and all shared values are behind one pointer; the types are only on the outside.

use crate::calendar::Instant;
use crate::words::Lang;
use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

/// A small value that a signal can hold.
pub trait Small: Copy + 'static {
    /// As the signal holds it.
    fn pack(self) -> i64;
    /// The other way round.
    fn unpack(packed: i64) -> Self;
}

impl Small for i64 {
    fn pack(self) -> i64 {
        self
    }
    fn unpack(packed: i64) -> Self {
        packed
    }
}

impl Small for bool {
    fn pack(self) -> i64 {
        self.into()
    }
    fn unpack(packed: i64) -> Self {
        packed != 0
    }
}

impl Small for Lang {
    fn pack(self) -> i64 {
        self as i64
    }
    fn unpack(packed: i64) -> Self {
        Lang::nth(packed as usize)
    }
}

impl Small for Instant {
    fn pack(self) -> i64 {
        self.epoch_seconds()
    }
    fn unpack(packed: i64) -> Self {
        Instant::from_epoch_seconds(packed)
    }
}

impl Small for Option<Instant> {
    fn pack(self) -> i64 {
        self.map_or(i64::MIN, Instant::epoch_seconds)
    }
    fn unpack(packed: i64) -> Self {
        (packed != i64::MIN).then(|| Instant::from_epoch_seconds(packed))
    }
}

/// A signal. Views that read it follow it.
pub struct Live<T>(RwSignal<i64>, PhantomData<fn() -> T>);

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

impl<T: Small> Live<T> {
    /// A signal that holds `value`.
    pub(crate) fn new(value: T) -> Self {
        Self(RwSignal::new(value.pack()), PhantomData)
    }

    /// A signal that others hold as well.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn of(signal: RwSignal<i64>) -> Self {
        Self(signal, PhantomData)
    }

    /// The value, followed from here on.
    pub(crate) fn get(self) -> T {
        T::unpack(self.0.get())
    }

    /// The value as it is just now.
    pub(crate) fn peek(self) -> T {
        T::unpack(self.0.get_untracked())
    }

    /// Changes the value. Who follows it is told only of another one.
    pub(crate) fn set(self, value: T) {
        if self.0.get_untracked() != value.pack() {
            self.0.set(value.pack());
        }
    }
}

/// A value that is worked out from signals. Views that read it follow it, and are told only when it has changed.
pub(crate) fn derived<T: Small>(work_out: impl Fn() -> T + Send + Sync + 'static) -> impl Fn() -> T + Copy + Send {
    let work_out: Box<dyn Fn() -> i64 + Send + Sync> = Box::new(move || work_out().pack());
    let memo: Memo<i64> = Memo::new(move |_| work_out());
    move || T::unpack(memo.get())
}

/// A value that closures share. They have to be `Send`, which what a campaign is made of is not; this handle is.
pub struct Kept<T>(StoredValue<Rc<dyn Any>, LocalStorage>, PhantomData<fn() -> T>);

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

impl<T: 'static> Kept<T> {
    /// Keeps `value` as long as the view that is being made.
    pub(crate) fn new(value: T) -> Self {
        Self(StoredValue::new_local(Rc::new(value)), PhantomData)
    }

    /// The value.
    #[expect(clippy::expect_used, reason = "`new` and `set` put nothing but a `T` there")]
    pub(crate) fn get(self) -> Rc<T> {
        self.0.get_value().downcast().expect("a kept value has its type")
    }

    /// Keeps another value from now on.
    pub(crate) fn set(self, value: T) {
        self.0.set_value(Rc::new(value));
    }
}
