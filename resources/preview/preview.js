// Patches the page block by block and keeps it in step with the text. Runs in a world of its own: the page's scripts,
// which are refused anyway, could not reach it. `galley` is what Galley calls; `bridge` is how this tells Galley.
"use strict";
const galley = (() => {
  const MARGIN = 24; // room above the line that stands at the top
  const article = document.querySelector("article");
  const header = article.querySelector("header");
  let blocks = []; // {nodes, size}: what each block of the rendering has become, and how many lines it comes from
  let bridge = null;
  let echo = 0; // where we have scrolled to ourselves: reaching that place is not the reader's doing
  let quietUntil = 0;
  let painted = false;

  // -- patching ---------------------------------------------------------------------------------------------------

  function apply(change) {
    const before = scrollY;
    if (change.url) history.replaceState(null, "", change.url);
    if (change.heading) showHeading(change.heading);
    replaceBlocks(change.start, change.stop, change.blocks);
    if (change.top) scrollTo(0, 0);
    quietUntil = performance.now() + 120; // the browser may move the view to hold the text in place
    echo = change.top ? 0 : scrollY === before ? before : scrollY;
    tellPainted();
  }

  function replaceBlocks(start, stop, fresh) {
    const next = nodeFrom(stop);
    const old = blocks.slice(start, stop).flatMap((block) => block.nodes);
    const pictures = new Map();
    for (const node of old)
      for (const picture of picturesIn(node)) pictures.set(sourceOf(picture), picture);
    const made = fresh.map(([html, size]) => ({ nodes: parse(html, pictures), size }));
    for (const node of old) node.remove();
    const all = document.createDocumentFragment();
    for (const block of made) all.append(...block.nodes);
    article.insertBefore(all, next);
    blocks = blocks.slice(0, start).concat(made, blocks.slice(stop));
  }

  function nodeFrom(index) {
    for (let i = index; i < blocks.length; i++) if (blocks[i].nodes.length) return blocks[i].nodes[0];
    return null;
  }

  function parse(html, pictures) {
    if (!html) return [];
    const template = document.createElement("template");
    template.innerHTML = html;
    const content = template.content;
    for (const node of content.querySelectorAll("script, link, meta, base, noscript, title")) node.remove();
    for (const node of content.querySelectorAll("iframe, embed, object, frame, portal")) node.replaceWith(embedCard(node));
    for (const node of content.querySelectorAll("[autofocus]")) node.removeAttribute("autofocus");
    for (const fresh of content.querySelectorAll("img")) keepPicture(fresh, pictures);
    return [...content.childNodes];
  }

  // A picture that stays is not loaded again: it would blink at every key.
  function keepPicture(fresh, pictures) {
    const source = sourceOf(fresh);
    const kept = pictures.get(source);
    if (!kept) return;
    pictures.delete(source);
    for (const { name } of [...kept.attributes]) if (name !== "src" && !fresh.hasAttribute(name)) kept.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (name !== "src") kept.setAttribute(name, value);
    fresh.replaceWith(kept);
  }

  function picturesIn(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    return node.localName === "img" ? [node] : node.querySelectorAll("img");
  }

  function embedCard(node) {
    const card = document.createElement("div");
    card.className = "galley-embed";
    const address = node.getAttribute("src") || node.getAttribute("data") || "";
    card.textContent = texts.embed.replace("%1", hostOf(address) || address || node.localName);
    return card;
  }

  // -- the heading ------------------------------------------------------------------------------------------------

  function showHeading({ title, byline, image, missing }) {
    header.hidden = !(title || byline || image || missing);
    const parts = [];
    if (title) parts.push(element("h1", "", title));
    if (byline) parts.push(element("p", "byline", byline));
    const shown = header.querySelector("img.lead");
    if (image && shown && sourceOf(shown) === image) {
      parts.push(shown);
    } else if (image) {
      const picture = element("img", "lead", "");
      picture.alt = "";
      picture.src = image;
      parts.push(picture);
    }
    if (missing) parts.push(missingCard(missing));
    header.replaceChildren(...parts);
  }

  function missingCard(path) {
    const card = element("button", "missing", "");
    card.type = "button";
    card.append(element("strong", "", texts.missing), element("span", "", path), element("em", "", texts.choose));
    card.addEventListener("click", (event) => {
      event.stopPropagation();
      if (bridge) bridge.want_image();
    });
    return card;
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  // -- pictures that do not load ----------------------------------------------------------------------------------

  const replaced = new WeakMap(); // picture: its own source, while a placeholder stands for it

  function hostOf(address) {
    try {
      const url = new URL(address, document.baseURI);
      return url.protocol === "galley:" ? "" : url.hostname;
    } catch {
      return "";
    }
  }

  // As wide as the picture is to be, so that the words keep their size.
  function placeholder(picture) {
    const source = sourceOf(picture);
    const width = Math.min(Math.max(parseInt(picture.getAttribute("width")) || 480, 120), 480);
    const room = Math.floor((width - 32) / 7);
    const host = hostOf(source);
    const text = (host ? texts.remote : texts.broken).replace("%1", host || decoded(source));
    const short = text.length > room ? text.slice(0, room >> 1) + "…" + text.slice(1 - ((room + 1) >> 1)) : text;
    const safe = short.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
    const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="88">` +
      `<rect x=".5" y=".5" width="${width - 1}" height="87" rx="6" fill="${color("--raised")}" stroke="${color("--line")}" stroke-dasharray="4 4"/>` +
      `<text x="${width / 2}" y="48" text-anchor="middle" font-family="Inter, system-ui, sans-serif" font-size="13" fill="${color("--hint")}">${safe}</text></svg>`;
    return "data:image/svg+xml," + encodeURIComponent(svg);
  }

  function decoded(source) {
    try {
      return decodeURIComponent(source);
    } catch {
      return source;
    }
  }

  document.addEventListener(
    "error",
    (event) => {
      const picture = event.target;
      if (!(picture instanceof HTMLImageElement) || replaced.has(picture)) return;
      const source = sourceOf(picture);
      replaced.set(picture, source);
      picture.removeAttribute("srcset");
      picture.src = placeholder(picture);
    },
    true,
  );

  function sourceOf(picture) {
    return replaced.get(picture) ?? picture.getAttribute("src") ?? "";
  }

  // The writer may have put the files in place meanwhile.
  function retryPictures() {
    for (const picture of article.querySelectorAll("img")) {
      const source = replaced.get(picture);
      if (source === undefined) continue;
      replaced.delete(picture);
      picture.src = source;
    }
  }
  addEventListener("focus", retryPictures);

  // -- scrolling by source line -----------------------------------------------------------------------------------
  // Line 0 is the top of the page, heading included; between two blocks the place is interpolated by line.

  function anchors() {
    const made = [];
    let line = 0;
    for (const block of blocks) {
      const node = block.nodes.find((each) => each.nodeType === Node.ELEMENT_NODE);
      if (node && block.size) made.push({ line, node, block });
      line += block.size;
    }
    return { made, total: Math.max(line, 1) };
  }

  function topOf({ made }, index) {
    if (index <= 0) return 0;
    if (index >= made.length) return document.documentElement.scrollHeight - innerHeight * 0.4;
    return Math.max(made[index].node.getBoundingClientRect().top + scrollY - MARGIN, 0);
  }

  function lineOf({ made, total }, index) {
    if (index <= 0) return 0;
    return index >= made.length ? total : made[index].line;
  }

  function lastBefore(count, isAfter) {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAfter(middle)) high = middle;
      else low = middle + 1;
    }
    return Math.max(low - 1, 0);
  }

  function between(value, low, high) {
    return high > low ? Math.min(Math.max((value - low) / (high - low), 0), 1) : 0;
  }

  function placeOfLine(line) {
    const all = anchors();
    const index = lastBefore(all.made.length, (i) => lineOf(all, i) > line);
    const share = between(line, lineOf(all, index), lineOf(all, index + 1));
    const top = topOf(all, index);
    return top + share * (topOf(all, index + 1) - top);
  }

  function lineAtPlace(place) {
    const all = anchors();
    const index = lastBefore(all.made.length, (i) => topOf(all, i) > place);
    const line = lineOf(all, index);
    return line + between(place, topOf(all, index), topOf(all, index + 1)) * (lineOf(all, index + 1) - line);
  }

  function scrollToLine(line) {
    scrollTo({ top: placeOfLine(line), behavior: "instant" });
    echo = scrollY;
  }

  // Bring what has become of a line into view, by scrolling no further than it takes.
  function reveal(line) {
    const { made } = anchors();
    if (!made.length) return;
    const { node, block } = made[lastBefore(made.length, (i) => made[i].line > line)];
    const last = block.nodes.findLast((each) => each.nodeType === Node.ELEMENT_NODE);
    let { top } = node.getBoundingClientRect();
    let { bottom } = last.getBoundingClientRect();
    if (bottom - top > innerHeight - 2 * MARGIN) {
      top = placeOfLine(line) + MARGIN - scrollY; // too tall to be shown whole
      bottom = top + 3 * MARGIN;
    }
    const by = top < MARGIN ? top - MARGIN : Math.max(bottom + MARGIN - innerHeight, 0);
    if (by) scrollBy({ top: by, behavior: "instant" });
    echo = scrollY;
  }

  let scheduled = false;
  addEventListener("scroll", () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(tellScrolled);
  });

  function tellScrolled() {
    scheduled = false;
    if (performance.now() < quietUntil) echo = scrollY;
    if (Math.abs(scrollY - echo) < 1.5) return;
    echo = -9;
    if (bridge) bridge.tell_scrolled(lineAtPlace(scrollY));
  }

  // -- clicks -----------------------------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.hasAttribute("href")) {
      event.preventDefault();
      follow(link);
      return;
    }
    if (event.target.closest("summary, video, audio") || !getSelection().isCollapsed) return;
    const note = event.target.closest('.footnotes li[id^="fn:"]'); // the text of a note stands anywhere in the post
    if (note) {
      if (bridge) bridge.tell_note_clicked(note.id.slice(3));
      return;
    }
    const line = lineOfClick(event);
    if (line !== null && bridge) bridge.tell_clicked(line);
  });
  document.addEventListener("auxclick", (event) => event.preventDefault());
  document.addEventListener("submit", (event) => event.preventDefault());

  function follow(link) {
    const target = link.getAttribute("href");
    if (!target.startsWith("#")) {
      if (bridge) bridge.follow(link.href);
      return;
    }
    const place = document.getElementById(decoded(target.slice(1)));
    if (place) place.scrollIntoView({ block: "start" });
  }

  function lineOfClick(event) {
    let line = 0;
    for (const block of blocks) {
      const node = block.nodes.find((each) => each.contains(event.target));
      if (node) {
        const { top, height } = node.getBoundingClientRect();
        return line + Math.floor(between(event.clientY, top, top + height) * Math.max(block.size - 1, 0));
      }
      line += block.size;
    }
    return null;
  }

  // -- telling ----------------------------------------------------------------------------------------------------

  function tellPainted() {
    if (painted || !blocks.length) return;
    painted = true;
    const tell = () => (bridge ? bridge.tell_painted() : setTimeout(tell, 5));
    if (document.hidden) tell();
    else requestAnimationFrame(() => requestAnimationFrame(tell));
  }

  function setScheme(name) {
    if (document.documentElement.className === name) return;
    document.documentElement.className = name;
    for (const picture of article.querySelectorAll("img")) {
      if (replaced.has(picture)) picture.src = placeholder(picture);
    }
  }

  new QWebChannel(qt.webChannelTransport, (channel) => {
    bridge = channel.objects.bridge;
  });

  return { apply, scrollToLine, reveal, setScheme, retryPictures, placeOfLine, lineAtPlace };
})();
