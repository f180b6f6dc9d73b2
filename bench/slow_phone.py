"""The programme on a slow phone: 390 px, processor slowed 4 times, 1.6 Mbit/s, 150 ms."""

from __future__ import annotations

import shutil
import statistics
from typing import Any

from bench.ground import free_port, server

ROUNDS = 5
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]
FIRST_SESSION = "main a[href*='/sessions/']"
WATCH = """
(() => {
  const look = () => {
    if (document.querySelector(%r)) {
      const painted = () => { window.readable = performance.now() }
      requestAnimationFrame(() => requestAnimationFrame(painted))
    } else { requestAnimationFrame(look) }
  }
  look()
})()
"""


def measure() -> None:
    browser_path = shutil.which("chromium")
    if browser_path is None:
        print("slow phone: not measured, no Chromium")
        return
    from playwright.sync_api import sync_playwright

    port = free_port()
    with server(port), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=BROWSER_ARGUMENTS)
        address = f"http://127.0.0.1:{port}/forum/forum-2020/programme/"
        rounds = [visit(browser, address) for _ in range(ROUNDS)]
        browser.close()
    seconds = statistics.median(one["seconds"] for one in rounds)
    print(
        f"slow phone: first session readable after {seconds:.2f} s, "
        f"{rounds[0]['requests']} requests, {rounds[0]['bytes'] / 1024:.1f} KB in all"
    )


def visit(browser: Any, address: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    page.add_init_script(WATCH % FIRST_SESSION)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 150,
            "downloadThroughput": 1.6e6 / 8,
            "uploadThroughput": 750e3 / 8,
        },
    )
    seen = {"requests": 0, "bytes": 0.0}
    session.on("Network.requestWillBeSent", lambda _: seen.update(requests=seen["requests"] + 1))
    session.on(
        "Network.loadingFinished",
        lambda event: seen.update(bytes=seen["bytes"] + event["encodedDataLength"]),
    )
    page.goto(address, wait_until="networkidle")
    readable = page.evaluate("window.readable") / 1000
    context.close()
    return {"seconds": readable, **seen}
