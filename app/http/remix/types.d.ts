import "@remix-run/node";
import type { AppContext } from "../context.server";
import type { Left } from "./left.server";

declare module "@remix-run/node" {
  // Loader data reaches pages as it is, dates included: the types follow the `v3_singleFetch` flag.
  interface Future {
    v3_singleFetch: true;
  }
}

declare module "@remix-run/server-runtime" {
  /** Remix's name for what it hands to a route: ours, and what only a route behind Remix can need. */
  interface AppLoadContext extends AppContext, Left {}
}
