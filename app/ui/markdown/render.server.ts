import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import Markdown, { type Options } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { adapt, keepFootnotesInline, schema } from "./adapt";
import { asTyped, clampIndents, isOdd } from "./odd";
import { remembered } from "./remembered";

const LIMITS = { entries: 2000, characters: 8_000_000 };

const renderers = { 2: remembered(renderer(2), LIMITS), 3: remembered(renderer(3), LIMITS) };

/**
 * What people wrote in Markdown, as HTML that is safe to show: for the kit's `Prose`, from loaders only.
 * `top` is the level of its highest heading, whatever level was written. A text made to exhaust the parser is shown as
 * it was typed.
 */
export const renderMarkdown = (source: string, top: 2 | 3 = 3): string => renderers[top](source);

function renderer(top: number): (source: string) => string {
  const options: Options = {
    remarkPlugins: [remarkGfm, keepFootnotesInline],
    rehypePlugins: [
      [adapt, { top }],
      [rehypeSanitize, schema],
    ],
  };
  return (source) => {
    if (isOdd(source)) return asTyped(source);
    try {
      return renderToStaticMarkup(createElement(Markdown, options, clampIndents(source)));
    } catch (error) {
      // Nested deeper than the stack: still a text that somebody must be able to read.
      if (error instanceof RangeError) return asTyped(source);
      throw error;
    }
  };
}
