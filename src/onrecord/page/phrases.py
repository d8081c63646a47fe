"""Words by which the lines of an English news page that are not news are known: data, no logic.

All are in lower case with straight quotes, and a bar stands between them. WHOLE is the whole line, OPENING its first words,
WITHIN words anywhere outside quotation marks; each is kept under the reason that is given for dropping the line.
"""


def _phrases(text: str) -> tuple[str, ...]:
    """Give the phrases between the bars, single spaces inside; a trailing full space is written as `_`."""
    return tuple(" ".join(phrase.split()).replace("_", " ") for phrase in text.split("|"))


WHOLE = {
    "advertisement": frozenset(
        _phrases(
            """
            ad | ad feedback | ads by google | advertisement | advertising | article continues after advertisement |
            article continues below | article continues below advertisement | content continues below | continue reading |
            continue reading the main story | paid content | promoted stories | scroll for more | skip advertisement |
            sponsored | sponsored content | story continues | story continues after ad | story continues below |
            story continues below advertisement
            """
        )
    ),
    "comments": frozenset(
        _phrases(
            """
            comment | comments | comments are closed | comments have been closed | join the conversation |
            join the discussion | leave a comment | leave a reply | load more comments | most commented | newest |
            no comments | oldest | post a comment | recommended comments | view comments |
            you must be logged in to post a comment
            """
        )
    ),
    "footer": frozenset(
        _phrases(
            """
            about | about the author | about us | accessibility | accessibility help | ad choices | adchoices |
            advertise | advertise with us | all rights reserved | careers | community guidelines | complaints |
            contact | contact us | cookie policy | cookie settings | cookies | corrections |
            do not sell my personal information | email the author | ethics | faq | faqs | footer | help |
            help & support | jobs | modern slavery act | my account | our apps | our journalists | our network |
            policies and standards | press office | primary sidebar | privacy | privacy notice | privacy policy |
            privacy settings | quote of the day | rss | secondary sidebar | secure drop | site map | sitemap |
            source | submit a letter | terms | terms & conditions | terms and conditions | terms of service |
            terms of use | user agreement | view author archive | work for us | your ad choices
            """
        )
    ),
    "log-in": frozenset(
        _phrases(
            """
            account | create account | create an account | log in | log out | login | manage account | my profile |
            notifications | register | sign in | sign in / register | sign out | sign up | your account
            """
        )
    ),
    "menu": frozenset(
        _phrases(
            """
            a-z | africa | americas | arts | asia | audio | australia | autos | back to top | books | breaking news |
            business | classifieds | climate | close | close menu | columns | contents | courts | crime |
            crosswords | culture | e-edition | e-paper | economy | edition | editorials | education | eedition |
            entertainment | environment | epaper | europe | expand | fashion | features | film | food | football |
            games | health | high school sports | home | homepage | horoscopes | international | investigations |
            latest | latest news | letters | lifestyle | live | local | local news | magazine | markets | media |
            menu | middle east | money | more | more menu | motoring | music | nation | nation & world | national |
            navigation | newest first | news | next | obits | obituaries | oldest first | opinion | opinions |
            photos | podcasts | politics | previous | property | puzzles | radio | read more | real estate |
            recipes | refresh | region | regional | science | search | see all | see more | shop | show all |
            show key events only | show less | show more | skip | society | sport | sports | state | tech |
            technology | top stories | topics | travel | tv | uk | us | video | videos | view all | weather | world |
            world news
            """
        )
    ),
    "newsletter": frozenset(
        _phrases(
            """
            e-mail newsletter | email address | enter your email | enter your email address | free newsletter | newsletter |
            newsletters | submit
            """
        )
    ),
    "related": frozenset(
        _phrases(
            """
            also on | around the web | editor's picks | editors' picks | elsewhere | explore more on these topics |
            from around the web | further reading | in other news | keep reading | latest stories | more for you |
            more from | more headlines | more like this | more news | more on this story | more stories | more to explore |
            most popular | most read | most shared | most viewed | most watched | on this topic | other stories | popular |
            popular now | read next | recent posts | recommended | recommended for you | recommended stories | related |
            related articles | related content | related internet links | related news | related posts | related stories |
            related topics | related video | suggested for you | top picks | topics in this article | trending |
            trending now | watch next | what to read next | you may also like | you may have missed |
            you might also like
            """
        )
    ),
    "sharing": frozenset(
        _phrases(
            """
            bookmark | copy link | copy this link | email | facebook | flipboard | follow us | google plus |
            google+ | instagram | linkedin | listen | listen to this article | messenger | pinterest | print |
            reddit | republish | republish this article | reuse this content | save | save article | send | share |
            share all sharing options | share on facebook | share on x | share this | share this article |
            share this page | share this story | telegram | tumblr | tweet | twitter | whatsapp | x | youtube
            """
        )
    ),
    "support": frozenset(
        _phrases(
            """
            become a member | become a supporter | donate | go premium | print subscriptions | subscribe | subscribe now |
            support us
            """
        )
    ),
}
"""Reason to whole lines."""

OPENING = {
    "advertisement": _phrases(
        """
        advertisement - | advertisement – | advertisement: | article continues | paid for by_ | sponsored by_ |
        story continues below
        """
    ),
    "comments": _phrases(
        """
        comments ( | join the conversation | read the comments | view comments
        """
    ),
    "cookies": _phrases(
        """
        accept all cookies | by continuing to use this site | this site uses cookies | this website uses cookies |
        we and our partners | we use cookies
        """
    ),
    "footer": _phrases(
        """
        clients: | contact us | corrections: | crossword | filed under | got a story | got a tip | have a news tip |
        in association with | our standards | powered by | proudly powered | purchase licensing rights |
        report an error | tagged with | tags: | terms and conditions | terms of_ | topics:
        """
    ),
    "log-in": _phrases(
        """
        already a subscriber | already have an account | log in or | log in to |
        please log in | please refresh | please sign in | sign in or | sign in to | you must be logged in
        """
    ),
    "menu": _phrases(
        """
        back to_ | click here_ | go to_ | jump to_ | open navigation | skip to_ | switch to_ | toggle_ | view in app
        """
    ),
    "newsletter": _phrases(
        """
        delivered to your inbox | get our_ | get the latest_ | sign up for_ | sign up to_ | subscribe for_ |
        subscribe to_ | subscribe:
        """
    ),
    "related": _phrases(
        """
        also read: | don't miss: | latest: | listen: | more from_ | more in_ | more on this: | more on: | more: |
        read also: | read more about_ | read more: | read next: | read our_ | read: | recommended: | related: |
        see also: | watch: | you may also like | you might also like
        """
    ),
    "sharing": _phrases(
        """
        click to email | click to print | click to share | facebook_ | follow our_ | follow us on_ | like us on_ |
        republish this | save for later | share by_ | share on_ | share options | share this | share via_ | share:
        """
    ),
    "support": _phrases(
        """
        become a member | donate_ | support independent_ | support local journalism | support our_
        """
    ),
}
"""Reason to first words of lines."""

WITHIN = {
    "comments": _phrases(
        """
        community rules apply | for the next time i comment | have your say | let us know what you think |
        read what other | see what other | share your thoughts with | submission guidelines |
        take part in the debate | take part in the discussion | tell us what you think |
        your comment data is processed
        """
    ),
    "cookies": _phrases(
        """
        accept cookies | cookie policy | cookies and other technologies | cookies to improve | manage my choices |
        manage preferences | use of cookies
        """
    ),
    "footer": _phrases(
        """
        all rights reserved | click for restrictions | not responsible for the content of external |
        registered in england | reproduction without permission | terms and conditions | terms of use |
        the material on this site may not be | this material may not be published | user agreement |
        without prior written permission
        """
    ),
    "log-in": _phrases(
        """
        automatically logged in | be logged in | create a free account | forgot your password |
        join other readers | register for free | to log in automatically |
        you are not logged in
        """
    ),
    "newsletter": _phrases(
        """
        agree to our terms | breaking news alerts | by signing up | by subscribing you | enter your email address |
        for our free | free morning email | free newsletter | get breaking news | in your inbox |
        newsletters may contain | our daily newsletter | our weekly newsletter | privacy notice |
        receive notifications of new posts | sign up for our | sign up to our | stay up to date with |
        subscribe to our free | subscribe to our newsletter | thank you for signing up | thanks for signing up |
        this site is protected by recaptcha | to your inbox | turn on notifications | unsubscribe at any time |
        you may unsubscribe
        """
    ),
    "sharing": _phrases(
        """
        click to copy | link copied | opens in a new window | opens in new window | share it with a friend |
        share it with your friends | share this article
        """
    ),
    "support": _phrases(
        """
        cancel anytime | consider supporting us | make a donation | subscribe for just | subscribe today |
        support our journalism | your donation | your subscription helps
        """
    ),
}
"""Reason to words outside quotation marks."""

TAIL_REASONS = frozenset(("comments", "copyright", "footer", "newsletter", "related", "sharing", "support"))
"""Reasons that can open the foot of a page; an advertisement or log-in line stands anywhere."""

APPEAL_STRONG = _phrases(
    """
    become a supporter | chip in | consider supporting | every contribution | for those who can afford it |
    from as little as | from just | give a little | give what you can | has no owner | has no shareholders |
    if you can, please | if you value | make a contribution | no billionaire | no owner | no paywall |
    no proprietor | owned by none | paid for by those | paywall | please give | quality journalism | reader-funded |
    readers like you | support independent journalism | support us | supporting us | trusted by | we rely on |
    whatever you can | without advertising | your contribution | your donation | your support
    """
)
"""Words of a plea for money, two points each."""

APPEAL_WEAK = _phrases(
    """
    ad-free | afford | billionaire | costs money | democracy | documentary | donate | donation |
    editorial independence | fearless | independent journalism | investigating | investigative | journalism |
    journalists | members | membership | news outlets | on the ground | open to everyone | our reporting |
    readers | reporters | reporting | story is developing | subscribe |
    subscriber | subscribers | subscription | truth | your help
    """
)
"""Words an outlet uses of its own work, one point each."""

HOUSEKEEPING_OPENING = _phrases(
    """
    and that's it from | bye for now | follow along for | follow our live | for more on this |
    good afternoon and welcome | good afternoon, welcome | good evening and welcome | good evening, welcome |
    good morning and welcome | good morning, and welcome | good morning, welcome | hello and welcome |
    hello, and welcome | here are a few of | here are some images | here are some of the images |
    here are some of the latest images | here are some of the pictures | here are some photos | here are some pictures |
    here are the latest images | here are the latest pictures | here is a round-up | here is a roundup |
    here is a summary of | here is our full | here is the full story | here is what we know |
    here is where things stand | here's a look at | here's a quick recap | here's a recap | here's a round-up |
    here's a roundup | here's a summary | here's our full | here's the full story | here's the latest |
    here's what we know | here's where things stand | i will be bringing you | i'll be bringing you | i'm handing over |
    if you are just joining | if you're just joining | in case you missed | just joining us |
    let's take a look at some | more on this as we get it | more on this shortly | more soon | more to come |
    more to follow | our full story | our live coverage |
    read the full story | stay with us | thank you for following |
    thanks for following | thanks for joining | thanks for reading | that's all from | that's it from |
    this blog is closing | this blog is now | this live blog is | this live page | this page is now closed |
    today's live coverage | we are closing | we are pausing | we are wrapping up | we will be back | we will bring you |
    we will have more | we will keep you | we'll be back | we'll bring you | we'll have more | we'll keep you |
    we're closing | we're ending | we're pausing our | we're wrapping up | welcome back to |
    welcome to our | welcome to the live | you can follow all | you can follow along | you can follow it | you can follow live |
    you can follow our | you can follow the | you can read all | you can read it | you can read more | you can read our |
    you can read the full | you can watch it | you can watch live | you can watch our
    """
)
"""First words of a live blog's line about itself."""

HOUSEKEEPING_WITHIN = _phrases(
    """
    as they come in | as we get it | as we get more | has the full story | has the story |
    has this report | has this story | join our live | keep you updated |
    our live coverage | of our coverage | our live blog | stay tuned | stay with us | stick with us |
    thanks for following | the full report here | you can find the full | you can read more
    """
)
"""Words that only such a line has; they count in lines of at most 40 words."""

CAPTION_WITHIN = _phrases(
    """
    (pa wire) | /afp | /ap) | /epa | /getty images | /pa wire | /reuters | /shutterstock | afp via getty | ap photo |
    composite: | courtesy of | file photo | getty images | illustration: | image caption | image credit | image source |
    photo by | photo credit | photo: | photograph by | photograph: | picture: | via ap | via getty | via reuters
    """
)
"""Words of a picture's caption or credit; they count in lines of at most 60 words."""

LIVE_WORDS = _phrases(
    """
    - live | as it happened | latest updates | latest: | live blog | live updates | live: | liveblog |
    minute by minute | minute-by-minute | news live | rolling coverage | – live
    """
)
"""Words of a title that make the page a live blog."""
