// Programs that the tests start and stop: none outlives the test run.
import { spawn } from "node:child_process";
import { createServer } from "node:net";

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

export function startProgram(program, arguments_, options = {}) {
  const child = spawn(program, arguments_, { stdio: "ignore", ...options });
  const stop = () => child.kill();
  process.on("exit", stop); // Also where the run itself breaks off.
  const ended = new Promise((_, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`${program} has ended, with exit code ${code}`)));
  });
  ended.catch(() => {}); // It matters to whoever waits for the program.
  return {
    stop,
    pipe: (number) => child.stdio[number],
    /** Breaks when the program could not be started, or has ended. */
    ended,
  };
}

/** Waits until a program serves that address. */
export async function untilAnswers(url, program) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await Promise.race([fetch(url).catch(() => undefined), program.ended]);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`nothing answers at ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A port that nobody has just now. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
