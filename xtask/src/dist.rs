//! Builds `dist/`.

use crate::{
    run::{self, Result},
    tools,
};

pub fn dist() -> Result {
    tools::install(tools::For::Bundle)?;
    build()
}

/// Trunk compiles and collects; its hook (see Trunk.toml) comes back to [`crate::finish`].
pub fn build() -> Result {
    let mut trunk = run::tool("trunk");
    // Trunk reads NO_COLOR as true or false, and fails where it is 1, as is usual.
    trunk.args(["build", "--release"]).env_remove("NO_COLOR");
    run::step("dist", &mut trunk)
}
