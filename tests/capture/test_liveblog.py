"""Every update of a live blog is found as one of its own, with its own time, however the page is built."""

import json
from datetime import datetime

import pytest

from onrecord.capture.html import read_html
from onrecord.capture.linked_data import read_objects
from onrecord.capture.liveblog import LiveBlog, find_updates, says_live
from onrecord.capture.stated import find_stated
from onrecord.capture.tree import read_tree
from onrecord.model import Capture, Stated
from onrecord.page.page import split_page
from onrecord.settings import CaptureSettings, LiveSettings
from tests.capture.live_pages import KINDS, POSTS, Post, linked, live_page, page

UTC_CLOCKS = [f"{post.clock}" for post in POSTS]


def read(html: str) -> LiveBlog:
    """Read the updates of a page."""
    tree = read_tree(html)
    objects = read_objects(tree.root)
    return find_updates(tree, objects, find_stated(tree.root, objects))


def clocks(blog: LiveBlog) -> list[str]:
    """Give the time of each update on the clock of UTC; one without an offset is taken to be so already."""
    moments = [datetime.fromisoformat(update.posted) for update in blog.updates if update.posted]
    return [f"{(moment - (moment.utcoffset() or moment - moment)).strftime('%H:%M')}" for moment in moments]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("head", ["", linked()], ids=["page alone", "with linked data"])
def test_every_update_is_an_entry_with_its_own_time(kind: str, head: str) -> None:
    blog = read(live_page(kind, head))
    assert clocks(blog) == UTC_CLOCKS
    for post, update in zip(POSTS, blog.updates, strict=True):
        words = update.span.of(blog.text)
        assert all(line in words for line in post.body)
        assert not any(line in words for other in POSTS if other is not post for line in other.body)
        assert (update.posted or "").startswith("2031-01-14")


@pytest.mark.parametrize("kind", KINDS)
def test_in_bulk_every_update_is_an_entry_with_its_own_time_too(kind: str) -> None:
    blog = read_html(live_page(kind, linked()), settings=CaptureSettings(lane="bulk"))
    page = split_page(Capture("sha256:0", "ferry.html", "html", blog.text, markup=blog.markup))
    timed = [entry for entry in page.entries if entry.posted]
    assert [(entry.posted or "")[:10] for entry in timed] == ["2031-01-14"] * len(POSTS)
    for post, entry in zip(POSTS, timed, strict=True):
        assert all(line in entry.span.of(blog.text) for line in post.body)


def test_two_updates_in_almost_the_same_words_at_two_times_are_two() -> None:
    posts = tuple(
        Post(f"1{hour}:00", "Queue grows", (f"About {hour}00 lorries wait at the southern terminal, the agency said.",))
        for hour in (4, 3, 2, 1)
    )
    assert clocks(read(live_page("posts-with-test-ids", "", posts))) == ["14:00", "13:00", "12:00", "11:00"]


_WITHOUT_HEADINGS = {"nothing-but-boxes", "paragraphs-that-open-with-a-bold-clock", "rows-of-a-table"}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - _WITHOUT_HEADINGS))
def test_the_heading_of_an_update_is_told_without_its_clock(kind: str) -> None:
    blog = read(live_page(kind))
    assert [update.heading and update.heading.of(blog.text) for update in blog.updates] == [post.heading for post in POSTS]
    assert all(update.heading is not None and update.span.covers(update.heading) for update in blog.updates)


def test_one_time_for_all_updates_gives_way_to_the_blocks_own_times() -> None:
    blog = read(live_page("block-ids-and-time-elements", linked(one_time="2031-01-14T14:25:00Z")))
    assert clocks(blog) == UTC_CLOCKS


def test_one_time_for_all_is_nobodys_where_the_page_shows_none() -> None:
    assert [update.posted for update in read(page("", linked(one_time="2031-01-14T14:25:00Z"))).updates] == [None] * 4


def test_updates_that_stand_in_linked_data_alone_are_added_to_the_text() -> None:
    blog = read(live_page("block-ids-and-time-elements", linked(), POSTS[:2]))
    assert clocks(blog) == UTC_CLOCKS
    assert all(line in blog.text for post in POSTS for line in post.body)
    assert [line.span.of(blog.text) for line in blog.lines[-2:]] == ["Stoppage begins", POSTS[3].body[0]]
    assert blog.notes == ("2 of 4 updates stand only in data within the page; their words are at the end of the text.",)


def test_bodies_in_linked_data_are_unescaped_twice_and_lose_their_tags() -> None:
    post = Post(
        "10:05",
        "Queues &amp;amp; delays",
        ("&lt;p&gt;Lorries wait at the &lt;b&gt;ring&lt;/b&gt; road&amp;rsquo;s end.&lt;/p&gt;&lt;p&gt;None has left.&lt;/p&gt;",),
    )
    blog = read(page("", linked((post,))))
    assert blog.updates[0].span.of(blog.text) == "Queues & delays\nLorries wait at the ring road’s end.\nNone has left."


def test_linked_data_that_break_off_still_give_their_whole_updates() -> None:
    blog = read(page("", linked().replace('"Stoppage begins"', '"Stoppage beg')))
    assert clocks(blog) == UTC_CLOCKS[:3]


def test_a_pinned_update_is_told_once_and_called_pinned() -> None:
    pinned = f'<div id="pinned-post" class="dcr-pin"><span>Pinned post</span>{POSTS[2].written("block-ids-and-time-elements")}</div>'
    blog = read(page(f'<div class="blog">{pinned}{"".join(post.written("block-ids-and-time-elements") for post in POSTS)}</div>'))
    assert [(update.posted or "")[11:16] for update in blog.updates] == UTC_CLOCKS
    assert [update.pinned for update in blog.updates] == [False, False, True, False]


def test_a_pinned_update_that_stands_nowhere_else_is_an_entry() -> None:
    pinned = f'<div class="pinned-post">{POSTS[0].written("block-ids-and-time-elements")}</div>'
    blog = read(page(f'<div class="blog">{pinned}{"".join(post.written("block-ids-and-time-elements") for post in POSTS[1:])}</div>'))
    assert [update.pinned for update in blog.updates] == [True, False, False, False]


def test_a_list_of_key_events_is_links_not_updates() -> None:
    events = "".join(
        f'<li><a href="#block-{post.name}"><time datetime="{post.moment}">5h ago</time> {post.heading}</a></li>' for post in POSTS
    )
    blocks = "".join(post.written("block-ids-and-time-elements") for post in POSTS)
    blog = read(page(f'<section class="key-events"><h2>Key events</h2><ol>{events}</ol></section><div>{blocks}</div>'))
    assert clocks(blog) == UTC_CLOCKS
    assert blog.updates[0].span.start > blog.text.index("Stoppage begins")


def test_times_of_edits_are_kept() -> None:
    block = POSTS[2].written("block-ids-and-time-elements").replace("</footer>", "<span>Updated at 10.21 GMT</span></footer>")
    blog = read(page(f"<div>{POSTS[1].written('block-ids-and-time-elements')}{block}</div>"))
    assert [update.edited for update in blog.updates] == [None, "2031-01-14T10:21+00:00"]
    assert "Updated" not in blog.updates[1].span.of(blog.text)


@pytest.mark.parametrize(
    ("more", "note"),
    [
        ("<p>Page 1 of 5</p>", "4 updates seen: this is page 1 of 5 of the live blog."),
        ("<button>Load more updates</button>", "4 updates seen: the page offers more that were not saved with it."),
        ("<a href='/all'>View all 61 updates</a>", "4 of 61 updates seen: the page holds only some of the live blog."),
    ],
)
def test_it_is_said_when_the_page_holds_only_some_updates(more: str, note: str) -> None:
    body = "".join(post.written("posts-with-test-ids") for post in POSTS)
    assert read(page(f"<div>{body}</div>{more}")).notes == (note,)


def test_an_empty_update_is_no_entry_but_is_reported() -> None:
    empty = Post("09:10", "", ())
    blog = read(page("", linked((*POSTS, empty))))
    assert len(blog.updates) == 4
    assert blog.notes[-1] == "1 update is empty: its words were not saved with the page."


def test_a_block_of_a_picture_alone_is_reported_as_empty() -> None:
    picture = '<div class="css-1x live-blog-post" data-testid="live-blog-post"><time datetime="2031-01-14T08:00:00Z">8:00</time><img></div>'
    blog = read(page(f"<div>{''.join(post.written('posts-with-test-ids') for post in POSTS)}{picture}</div>"))
    assert clocks(blog) == UTC_CLOCKS
    assert blog.notes == ("1 update is empty: its words were not saved with the page.",)


def test_clocks_step_back_over_midnight() -> None:
    posts = tuple(Post(clock, post.heading, post.body) for clock, post in zip(("00:40", "23:15", "22:02", "19:30"), POSTS, strict=True))
    html = live_page("sections-with-a-clock-alone", "", posts).replace("2031-01-14T14:25:00Z", "2031-01-15T00:50:00Z")
    assert [update.posted for update in read(html).updates] == [
        "2031-01-15T00:40",
        "2031-01-14T23:15",
        "2031-01-14T22:02",
        "2031-01-14T19:30",
    ]


def test_clocks_of_a_blog_that_reads_downwards_step_forward_over_midnight() -> None:
    posts = tuple(Post(clock, post.heading, post.body) for clock, post in zip(("19:30", "22:02", "23:15", "00:40"), POSTS, strict=True))
    html = live_page("sections-with-a-clock-alone", "", posts).replace("2031-01-14T14:25:00Z", "2031-01-15T00:50:00Z")
    assert [(update.posted or "")[:16] for update in read(html).updates][::3] == ["2031-01-14T19:30", "2031-01-15T00:40"]


def test_a_clock_without_a_zone_is_on_that_of_the_outlet() -> None:
    html = live_page("sections-with-a-clock-alone").replace("tolmpost.example", "tolmpost.ie").replace("2031-01-14T", "2031-07-14T")
    assert read(html).updates[0].posted == "2031-07-14T14:20+01:00"


def test_relative_times_alone_give_no_time() -> None:
    html = live_page("relative-times-with-the-clock-in-brackets").replace("(", "<!--").replace(" GMT)", "-->")
    assert [update.posted for update in read(html).updates] == [None] * 4


def test_updates_in_batches_are_all_found() -> None:
    batches = "".join(f'<div class="batch">{"".join(post.written("components") for post in POSTS[at : at + 2])}</div>' for at in (0, 2))
    assert clocks(read(page(batches))) == UTC_CLOCKS


def test_the_time_of_a_quoted_post_is_not_that_of_the_update() -> None:
    quoted = '<blockquote class="tweet"><p>Quay is empty.</p><time datetime="2031-01-13T20:00:00Z">13 Jan</time></blockquote>'
    post = POSTS[0].written("posts-with-test-ids").replace("</section>", quoted + "</section>")
    blog = read(page(f"<div>{post}{POSTS[1].written('posts-with-test-ids')}</div>"))
    assert clocks(blog) == UTC_CLOCKS[:2]


_PROSE = "The stoppage at Tolm harbour ended on Tuesday after crews voted to return, the union said in a statement to members."
_COMMENT = (
    '<div class="comment"><time datetime="2031-01-14T1{}:00:00Z">1{}:00</time><p>I waited three hours and saw nobody at all.</p></div>'
)
_STORY = '<div class="story"><time datetime="2031-01-1{}T10:00:00Z">1{} Jan</time><h3><a href="/{}">Council weighs new rules</a></h3></div>'
_CROSSING = "<tr><td>1{}:30</td><td>Vell</td><td>{} lorries</td></tr>"


@pytest.mark.parametrize(
    "beside",
    [
        '<section class="comments">' + "".join(_COMMENT.format(n, n) for n in range(6)) + "</section>",
        '<div class="latest">' + "".join(_STORY.format(n, n, n) for n in range(6)) + "</div>",
        "<table>" + "".join(_CROSSING.format(n, n) for n in range(6)) + "</table>",
    ],
    ids=["comments", "other stories", "a timetable"],
)
def test_an_article_has_no_updates_whatever_stands_beside_it(beside: str) -> None:
    html = page(
        f"<article>{f'<p>{_PROSE}</p>' * 6}</article>{beside}",
        title="Ferry crews vote to return",
        address="https://tolmpost.example/news/ferry",
    )
    assert read(html).updates == ()


def test_what_is_empty_or_nonsense_gives_no_updates() -> None:
    for html in (
        "",
        "<html></html>",
        "live",
        page("", '<script type="application/ld+json">{"@type": "LiveBlogPosting", "liveBlogUpdate": 7}</script>'),
    ):
        assert read(html).updates == ()


def test_posts_that_a_script_would_show_are_read_from_its_data() -> None:
    blocks = [
        {"type": "paragraph", "model": {"text": line, "blocks": [{"type": "fragment", "model": {"text": line}}]}} for line in POSTS[1].body
    ]
    posts = [
        {
            "urn": post.name,
            "header": {"model": {"blocks": [{"type": "headline", "model": {"text": post.heading}}]}},
            "dates": {"firstPublished": post.moment, "lastPublished": "2031-01-14T15:00:00Z"},
            "content": {"model": {"blocks": blocks if post is POSTS[1] else [{"type": "paragraph", "model": {"text": post.body[0]}}]}},
        }
        for post in POSTS
    ]
    data = json.dumps(json.dumps({"data": {"live-stream": {"data": {"results": posts, "page": {"index": 1}}}}}))
    blog = read(page('<div id="live-app"></div>', f"<script>window.__INITIAL_DATA__={data};</script>"))
    assert clocks(blog) == UTC_CLOCKS
    assert blog.updates[1].span.of(blog.text) == "\n".join((POSTS[1].heading, *POSTS[1].body))
    assert blog.updates[0].edited == "2031-01-14T15:00+00:00"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("British Summer Time", "+01:00"), ("BST", "+01:00"), ("Eastern Daylight Time", "-04:00"), ("GMT+3", "+03:00"), ("", "")],
)
def test_the_zone_of_a_clock_is_the_one_named_with_it(zone: str, offset: str) -> None:
    html = live_page("list-items-the-zone-and-the-day-in-words").replace("Greenwich Mean Time 14 January", f"{zone} 14 July")
    blog = read(html.replace("2031-01-14", "2031-07-14"))
    assert [update.posted for update in blog.updates] == [f"2031-07-14T{clock}{offset}" for clock in UTC_CLOCKS]


def test_updates_that_the_page_shows_without_times_take_them_from_linked_data() -> None:
    shown = "".join(f"<h4>{post.heading}</h4>{''.join(f'<p>{line}</p>' for line in post.body)}" for post in POSTS)
    blog = read(page(f"<div>{shown}</div>", linked()))
    assert clocks(blog) == UTC_CLOCKS
    assert blog.text.count(POSTS[0].body[0]) == 1
    assert [update.heading and update.heading.of(blog.text) for update in blog.updates] == [post.heading for post in POSTS]


def test_a_block_and_an_update_of_one_minute_are_one_though_no_name_joins_them() -> None:
    body = "Voted by 212 to 40, crews at Tolm harbour end the stoppage: this is what their union said."
    head = linked((Post("14:20", "Strike is over", (body,)), *POSTS[1:]))
    blog = read(
        page("".join(f"<div class='post'><time datetime='{post.moment}'></time><p>{post.body[0]}</p></div>" for post in POSTS), head)
    )
    assert clocks(blog) == UTC_CLOCKS


def test_blocks_as_an_older_design_wrote_them() -> None:
    block = (
        '<div id="block-5e{n}" class="block block--content"><p class="block-time published-time"><a href="#block-5e{n}">'
        '<time datetime="{moment}" class="js-timestamp">{clock}</time></a></p><h2 class="block-title">{heading}</h2>'
        '<div class="block-elements"><p>{body}</p></div><p class="block-time updated-time">Updated '
        '<time datetime="2031-01-14T15:13:00+0000">at 3.13pm GMT</time></p></div>'
    )
    blocks = (
        block.format(n=n, moment=post.moment, clock=post.clock, heading=post.heading, body=post.body[0]) for n, post in enumerate(POSTS)
    )
    blog = read(page("".join(blocks)))
    assert clocks(blog) == UTC_CLOCKS
    assert {update.edited for update in blog.updates} == {"2031-01-14T15:13+00:00"}


@pytest.mark.parametrize(
    ("title", "address", "live"),
    [
        ("Tolm ferry strike live: crews vote", "https://tolmpost.example/news/1", True),
        ("Ferry strike – as it happened", "https://tolmpost.example/news/1", True),
        ("LIVE Ferry strike ends", "https://tolmpost.example/news/1", True),
        ("Ferry strike ends", "https://tolmpost.example/world/live/2031/jan/14/ferry", True),
        ("Ferry strike ends", "https://tolmpost.example/ferry-strike-live-updates-14-january", True),
        ("Where the people of Vell live now", "https://tolmpost.example/news/where-people-live-now", False),
        ("Choir sings live in Tolm", "https://tolmpost.example/culture/choir-sings-live-in-tolm", False),
    ],
)
def test_a_page_says_that_it_is_a_live_blog_in_its_headline_or_address(title: str, address: str, live: bool) -> None:
    assert says_live(Stated(title=title, url=address)) is live


def test_of_more_updates_than_any_live_blog_has_the_first_are_read_and_that_is_said() -> None:
    tree = read_tree(live_page(next(iter(KINDS))) + "<p>The quay at Ardlow is open again.</p>")
    blog = find_updates(tree, (), Stated(title="Flood on the Orrin: live"), settings=LiveSettings(most_updates=3))
    assert clocks(blog) == UTC_CLOCKS[:3]
    assert blog.text.endswith(blog.updates[2].span.of(blog.text))
    assert blog.lines[-1].span.end == len(blog.text)
    assert any(f"3 of {len(POSTS)} updates are read" in note for note in blog.notes)
