/** The two names by which anything outside this folder answers through Remix: where to go, and data with a status. */
export { data, redirect } from "@remix-run/node";
