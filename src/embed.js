(() => {
  const at = (file) => new URL(file, document.currentScript.src).href;
  const [glue, wasm] = [at("__GLUE__"), at("__WASM__")];
  import(glue).then((module) => module.default({ module_or_path: wasm }));
})();
