import { define } from "./dom";
import { CharCounter } from "./char-counter";
import { DraftAccepted, DraftKeeper } from "./draft-keeper";
import { EnhancedForm } from "./enhanced-form";
import { PasswordMeter } from "./password-meter";
import { RichText } from "./rich-text";

// why this order: elements already on the page wake in it. A draft that was accepted goes before the
// keeper could bring it back, and counters listen before the keeper fills the fields.
define({
  "draft-accepted": DraftAccepted,
  "char-counter": CharCounter,
  "password-meter": PasswordMeter,
  "rich-text": RichText,
  "draft-keeper": DraftKeeper,
  "enhanced-form": EnhancedForm,
});

// A live poll brings its own: fetched only by the pages that have one.
if (document.querySelector("poll-view, poll-answer, count-down")) void import("./polls");
if (document.querySelector("poll-screen, poll-console")) void import("./console");
