import type { AppLoadContext } from "@remix-run/node";
import type { DomainError } from "~/platform/errors";
import type { AppContext } from "../context.server";
import type { Feed } from "../stream.server";

/** What is left on the context beside Remix's Response, which can carry neither a whole page nor a stream cheaply. */
export interface Left {
  /** Set when the request was refused before any route saw it: the root shows the reason. */
  refused?: DomainError;
  /** Where the rendering leaves its page: reading it back out of a Response would cost two streams. */
  page?: string;
  /** Answers with a stream in place of a body: Express writes it, to all who look in the same way (`http/stream`). */
  stream(feed: Feed): Response;
  feed?: Feed;
}

/** The context of a request, as Remix hands it on: with room for what a route leaves on it. */
export function withLeft(context: AppContext): AppLoadContext {
  const whole = context as AppLoadContext;
  // What an earlier attempt left, which failed, is nobody's.
  delete whole.feed;
  delete whole.page;
  whole.stream = (feed) => {
    whole.feed = feed;
    return new Response(null);
  };
  return whole;
}
