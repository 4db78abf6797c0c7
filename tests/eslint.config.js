import path from "node:path";
import tseslint from "typescript-eslint";

const root = path.resolve(import.meta.dirname, "..");

// Stands here and not at the top, where only the agreed names may be: run it with `npm run lint`.
export default tseslint.config(
  { ignores: ["app/platform/db/generated/**", "build/**", "test-results/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      // Interface merging is how libraries are told a type of ours; an underscore says that a name is unused on purpose.
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": ["error", { allow: ["error"] }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "start" }],
      "object-shorthand": "error",
    },
  },
  {
    // Forgotten awaits are what types alone can see: a vote that is answered before it is kept.
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { project: path.join(root, "tsconfig.json"), tsconfigRootDir: root } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/return-await": ["error", "error-handling-correctness-only"],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // A pause is too short on a busy machine and too long on a quick one; a test that is left out, or alone, is no test.
    files: ["**/*.test.ts", "**/*.test.tsx", "**/*.spec.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout'], CallExpression[callee.property.name='waitForTimeout']",
          message: "Wait for a condition: tests/setup/eventually.ts, or what Playwright expects.",
        },
        {
          selector:
            "MemberExpression[property.name=/^(only|skip|skipIf|runIf|todo|fixme|fails)$/]:matches([object.name=/^(test|it|describe)$/], [object.property.name='describe'])",
          message: "Every test runs, everywhere.",
        },
      ],
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "node:timers/promises",
              importNames: ["setTimeout"],
              message: "Wait for a condition: tests/setup/eventually.ts.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["app/cli/**", "tests/bench/**", "tests/run.js", "prisma/**"],
    rules: { "no-console": "off" },
  },
  {
    // Written for Nodes that are too old to run the rest, see the file.
    files: ["app/cli/launch/node-version.js", "app/cli/launch.js"],
    rules: { "no-var": "off", "object-shorthand": "off" },
  },
);
