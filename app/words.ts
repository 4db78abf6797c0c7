// All that the product says, gathered from beside what says it. A new module adds its line here, and touches nothing in
// `platform`. Each process imports this file once; nothing that browsers load ever does.
import * as cli from "~/cli/words";
import * as http from "~/http/words";
import * as consultation from "~/modules/consultation/words";
import * as identity from "~/modules/identity/words";
import * as polls from "~/modules/polls/words";
import * as participation from "~/modules/participation/words";
import * as results from "~/modules/results/words";
import * as stages from "~/modules/stages/words";
import { speak } from "~/platform/i18n";
import type { Bilingual } from "~/platform/i18n/catalogue";
import * as ui from "~/ui/words";

export const WORDS = {
  ...ui,
  ...http,
  ...cli,
  ...identity,
  ...consultation,
  ...participation,
  ...stages,
  ...polls,
  ...results,
};
/** Keys are those of the French words; the English ones are held to have the same. */
type French<W> = { readonly [N in keyof W]: W[N] extends Bilingual<infer C> ? C : never };

declare module "~/platform/i18n/catalogue" {
  interface Words extends French<typeof WORDS> {}
}

speak(WORDS);
