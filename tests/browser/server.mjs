// A server of another origin, for what a request that Playwright answers does not have: redirects, and a timing.
import { once } from "node:events";
import { createServer } from "node:http";

/** `answer` is given a path, and gives the status, headers and body. Pages of every origin may read it, its time and timing too. */
export async function startServer(answer) {
  const server = createServer((request, response) => {
    response.sendDate = false;
    const { status = 200, headers = {}, body = "" } = answer(new URL(request.url, "http://x").pathname);
    response.writeHead(status, {
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "Date, Age, Retry-After",
      "timing-allow-origin": "*",
      "cache-control": "no-cache",
      ...headers,
    });
    response.end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}
