import { redirect } from "@remix-run/node";

/** The home page is the list. */
export function loader() {
  return redirect("/", 301);
}
