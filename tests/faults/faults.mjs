// What can go wrong with a file on its way to a page: how the server does it, and what the portlet says of it.
//
// `answer` is given the response, and the file as it should be. `files` is told of a config or a CSV file, `bundle` of the wasm;
// `csv` differs where half a table is a table. Of the script nothing is told: what it would tell does not run.

const answered = (status, headers = {}) => ({
  answer: (response) => response.writeHead(status, headers).end(),
  files: new RegExp(`\\(${status}\\)`),
});

const UNREACHABLE = /could not be downloaded/;
const SIGN_IN = '<!doctype html><html lang="en"><title>Sign in</title><form><input type="password"></form></html>';

export const FAULTS = {
  refused: { answer: (response) => response.socket.destroy(), files: UNREACHABLE },
  "reset half way": {
    answer: (response, { body, type }) => {
      response.writeHead(200, { "content-type": type, "content-length": body.length });
      response.write(body.subarray(0, body.length / 2), () => response.socket.resetAndDestroy());
    },
    files: /connection broke|could not be downloaded/,
  },
  "moved elsewhere": {
    answer: (response) => response.writeHead(301, { location: response.req.elsewhere }).end(),
    files: UNREACHABLE,
  },
  401: answered(401, { "www-authenticate": "Negotiate" }),
  403: answered(403),
  404: answered(404),
  // A device that comes back online does not override the server's wish.
  429: { ...answered(429, { "retry-after": "3600" }), isPatient: true },
  500: answered(500),
  503: answered(503),
  "a sign-in page": {
    answer: (response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(SIGN_IN),
    files: /this is a web page, not (JSON|CSV)/,
  },
  "a wrong type": {
    answer: (response, { body }) => response.writeHead(200, { "content-type": "text/plain" }).end(body),
    isHarmless: true,
  },
  empty: { answer: (response, { type }) => response.writeHead(200, { "content-type": type }).end(), files: /the file is empty/ },
  "half a body": {
    answer: (response, { body, type }) =>
      response.writeHead(200, { "content-type": type }).end(body.subarray(0, body.length / 2)),
    files: /line \d+, column \d+/,
    csv: /row \d+/,
  },
  "a body that never ends": {
    answer: (response, { body, type }) => {
      response.writeHead(200, { "content-type": type });
      response.write(body);
      const more = Buffer.alloc(65_536, " ");
      const pump = setInterval(() => response.write(more), 100);
      response.on("close", () => clearInterval(pump));
    },
    files: /larger than 2 MB/,
    slow: true,
  },
  silence: { answer: () => {}, files: /within 10 seconds/, bundle: /within 30 seconds/, slow: true },
  "UTF-16": {
    answer: (response, { body, type }) =>
      response.writeHead(200, { "content-type": type }).end(Buffer.from(`\ufeff${body}`, "utf16le")),
    files: /saved as UTF-16/,
    // Its first character says how a script is to be read.
    isHarmlessScript: true,
  },
};
for (const fault of Object.values(FAULTS)) fault.bundle ??= /could not be loaded/;

export const TARGETS = ["config", "csv", "wasm", "script"];

/** Whether the fault leaves a script that runs. */
export const scriptRuns = ({ isHarmless, isHarmlessScript }) => Boolean(isHarmless || isHarmlessScript);

/** What the page is told of the fault, or nothing. */
export const toldOf = (target, { files, bundle, csv, isHarmless }) => {
  if (isHarmless || target === "script") return undefined;
  if (target === "csv") return csv ?? files;
  return target === "config" ? files : bundle;
};
