import { z } from "zod";
import { POSITIONS } from "./values";

const id = z.int().positive();
const place = { slug: z.string(), ref: z.string() };
/** A button: `back` is the page on which it stood. */
const pressed = { back: z.string().startsWith("/concertations/") };
const written = { body: z.string(), submission: z.string().optional() };

/** What somebody did before signing in, as it waits for them. It is done, and checked like anything else, once they have. */
export const pendingSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("opinion"),
    ...place,
    position: z.enum(POSITIONS).optional(),
    stars: z.int().min(1).max(5).optional(),
    parentId: id.optional(),
    body: written.body.optional(),
    submission: written.submission,
  }),
  z.object({ kind: z.literal("reply"), ...place, ...written, parentId: id }),
  z.object({ kind: z.literal("edit"), ...place, ...written, commentId: id }),
  z.object({ kind: z.enum(["support", "unsupport"]), ...place, ...pressed, commentId: id }),
  z.object({ kind: z.literal("withdrawal"), ...place, ...pressed, part: z.enum(["position", "stars"]) }),
]);
export type Pending = z.infer<typeof pendingSchema>;
