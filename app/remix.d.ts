import "@remix-run/node";

// Loader data reaches pages as it is, dates included: the types follow the `v3_singleFetch` flag.
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}
