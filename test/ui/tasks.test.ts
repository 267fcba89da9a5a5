import { equal, ok } from "node:assert/strict";
import type { Locator } from "playwright-core";
import { shortNumber } from "../../src/core/model/numberText.ts";
import { TaskCounter } from "./taskCounter.ts";
import { type Best, fixtureStore, foundStore, type TaskStore } from "./taskStores.ts";
import { open, type Workbench } from "./workbench.ts";

/** What people come for, as few clicks away as is promised. A task begins where the folder was just opened. */
function tasksOver(name: string, make: () => TaskStore | null): void {
  describe(`tasks in ${name}, by clicks and by keys`, function () {
    this.timeout(180_000);
    let bench: Workbench;
    let store: TaskStore;
    const told: string[] = [];

    beforeEach(async function () {
      const given = make();
      if (given === null) return this.skip();
      store = given;
      bench = await open(store.folder);
      await bench.page.locator(".activitybar").getByRole("tab", { name: "MLflow Runs" }).waitFor();
    });
    afterEach(() => bench?.close());
    after(() => {
      for (const line of told) console.log(`      ${line}`);
    });

    const done = (task: string, counter: TaskCounter): void => void told.push(counter.told(task));
    const icon = () => bench.page.locator(".activitybar").getByRole("tab", { name: "MLflow Runs" });
    const row = (name: string) => bench.rows(new RegExp(`^Experiment ${name},`));
    const experiment = () => row(store.experiment);
    const inTitle = (button: string) => bench.view("Runs").getByRole("button", { name: button });
    const runs = () => bench.view("Runs").locator('[aria-level="2"][aria-label*="started"]');
    const verdict = async () => (await bench.webview(/ and 2 more|^Runs of /)).locator(".verdict, .selection-verdict");

    /** Whether the experiment's row names the best value and one of the runs that have it. */
    async function namesBest({ value, runs: names }: Best): Promise<void> {
      const text = new RegExp(`best ${store.metric} ${shortNumber(value)} \\((${names.join("|")})\\)`);
      await experiment().filter({ hasText: text }).waitFor();
      // A narrow side bar cuts the row: then resting on it tells the whole.
      const hover = bench.page.locator(".monaco-hover").filter({ hasText: new RegExp(names.join("|")) });
      // A row that is drawn anew below the mouse shows nothing until it moves again.
      for (let attempt = 0; attempt < 10 && !(await hover.first().isVisible()); attempt++) {
        await bench.page.mouse.move(640, 700);
        await experiment().hover();
        await hover
          .first()
          .waitFor({ timeout: 2000 })
          .catch(() => {});
      }
      await hover.first().waitFor();
    }

    async function saysVerdict(wanted: RegExp): Promise<void> {
      await (await verdict()).filter({ hasText: wanted }).waitFor();
    }

    it("shows the best run of an experiment after one click", async () => {
      const task = new TaskCounter(bench);
      await task.click(icon());
      await namesBest(store.best);
      ok(task.clicks <= 1, task.told("best run"));
      done("best run of an experiment", task);
      await bench.screenshot("task-best");
    });

    it("shows the best run of the last week after three clicks", async () => {
      ok(store.bestOfWeek.value > store.best.value, "the best of all is older than a week");
      const task = new TaskCounter(bench);
      await task.click(icon());
      await experiment().waitFor();
      await bench.view("Runs").hover();
      await task.click(inTitle("Filter Runs"));
      await task.click(bench.quickInput.getByRole("option", { name: /Last 7 days/ }));
      await namesBest(store.bestOfWeek);
      ok(task.clicks <= 3, task.told("best of the week"));
      done("best run of the last week", task);
      await bench.screenshot("task-week");
    });

    it("compares three neighbours of the tree down to the verdict after four clicks", async () => {
      await icon().click();
      const task = new TaskCounter(bench);
      await row(store.flat).waitFor();
      if ((await row(store.flat).getAttribute("aria-expanded")) !== "true") await task.click(row(store.flat));
      await task.click(runs().nth(0));
      await task.click(runs().nth(2), "Shift");
      await bench.view("Runs").hover();
      await task.click(inTitle("Compare Selected Runs"));
      await saysVerdict(/\S/);
      ok(task.clicks <= 4, task.told("three neighbours"));
      done("three runs beside each other in the tree, compared", task);
    });

    it("says the verdict on any three runs of the table after four clicks", async () => {
      await icon().click();
      const task = new TaskCounter(bench);
      await experiment().hover();
      await task.click(experiment().getByRole("button", { name: "Open Runs Table" }));
      const page = await bench.webview(/^Runs of /);
      const line = (label: string): Locator =>
        page.locator(".grid-row", { has: page.getByText(label, { exact: true }) }).locator('[aria-colindex="3"]');
      const [best, ...others] = store.three;
      await task.click(line(best));
      for (const other of others) await task.click(line(other), "ControlOrMeta");
      await saysVerdict(new RegExp(`^${best} is best .*on ${store.metric} `));
      ok(task.clicks <= 4, task.told("any three"));
      done("any three runs of the table, compared", task);
      await bench.screenshot("task-three");
    });

    it("does all of that by keys alone", async () => {
      const task = new TaskCounter(bench);
      await task.command("focus on runs view", FOCUS);
      await namesBest(store.best);
      done("best run of an experiment, by keys", task);

      const week = new TaskCounter(bench);
      await week.command("filter runs", "MLflow Runs: Filter Runs…");
      await bench.quickInput.getByRole("option", { name: /Last 7 days/ }).waitFor();
      await week.press("ArrowDown", "Enter");
      await namesBest(store.bestOfWeek);
      done("best run of the last week, by keys", week);
      await bench.run("MLflow Runs: Filter Runs…");
      await bench.quickInput.locator("input").first().fill("");
      await bench.page.keyboard.press("Escape");
      await bench.close();

      bench = await open(store.folder);
      await icon().waitFor();
      const three = new TaskCounter(bench);
      await three.command("focus on runs view", FOCUS);
      await experiment().waitFor();
      await three.press("Control+0", "Home");
      const home = row(store.flat);
      for (let step = 0; step < 20 && !(await focused(home)); step++) await three.press("ArrowDown");
      if ((await home.getAttribute("aria-expanded")) !== "true") await three.press("ArrowRight");
      await runs().nth(2).waitFor();
      await three.press("ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
      await three.command("compare selected", "MLflow Runs: Compare Selected Runs");
      await saysVerdict(/\S/);
      equal(three.clicks + week.clicks + task.clicks, 0);
      done("three runs of the tree, compared by keys", three);
    });
  });
}

const FOCUS = "MLflow Runs: Focus on Runs View";

async function focused(row: Locator): Promise<boolean> {
  return ((await row.getAttribute("class")) ?? "").includes("focused");
}

tasksOver("a store of MLflow 3.18", fixtureStore);
tasksOver("a repository found in public", foundStore);
