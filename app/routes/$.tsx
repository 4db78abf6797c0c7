import { refusal } from "~/http/errors.server";
import { DomainError } from "~/platform/errors";

/** Every address that no other route knows. */
export function loader(): never {
  throw refusal(new DomainError("not-found", "errors:page-not-found"));
}

export const action = loader;

export default function Nowhere() {
  return null;
}
