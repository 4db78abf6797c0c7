export { announce } from "./poll-store.server";
