window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2104977251496886637"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "106"
      ],
      "favorite_count": "4",
      "id_str": "2104977251496886637",
      "truncated": false,
      "retweet_count": "2",
      "id": "2104977251496886637",
      "possibly_sensitive": false,
      "created_at": "Tue Sep 29 16:51:00 +0000 2026",
      "favorited": false,
      "full_text": "An author of northern mysteries visits Pine Point this Tuesday at 6:30. Books for sale, questions welcome.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2103962565473206635"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "103"
      ],
      "favorite_count": "1",
      "id_str": "2103962565473206635",
      "truncated": false,
      "retweet_count": "3",
      "id": "2103962565473206635",
      "possibly_sensitive": false,
      "created_at": "Sat Sep 26 21:39:00 +0000 2026",
      "favorited": false,
      "full_text": "Book club at Pine Point: a memoir about a bakery this month, a ghost story next. Join us Saturday at 7.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2103502785868727544"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "71"
      ],
      "favorite_count": "3",
      "id_str": "2103502785868727544",
      "truncated": false,
      "retweet_count": "3",
      "id": "2103502785868727544",
      "possibly_sensitive": false,
      "created_at": "Fri Sep 25 15:12:00 +0000 2026",
      "favorited": false,
      "full_text": "Good question. Pine Point has that on Wednesday mornings, just walk in.",
      "lang": "en",
      "in_reply_to_status_id_str": "2103244081198007543",
      "in_reply_to_status_id": "2103244081198007543"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2103144927851446632"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "108"
      ],
      "favorite_count": "6",
      "id_str": "2103144927851446632",
      "truncated": false,
      "retweet_count": "0",
      "id": "2103144927851446632",
      "possibly_sensitive": false,
      "created_at": "Thu Sep 24 15:30:00 +0000 2026",
      "favorited": false,
      "full_text": "An author of northern mysteries visits Lake Street this Thursday at 6:30. Books for sale, questions welcome.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2102426946892726628"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "106"
      ],
      "favorite_count": "4",
      "id_str": "2102426946892726628",
      "truncated": false,
      "retweet_count": "2",
      "id": "2102426946892726628",
      "possibly_sensitive": false,
      "created_at": "Tue Sep 22 15:57:00 +0000 2026",
      "favorited": false,
      "full_text": "From the local history shelf at Pine Point: Main Street in the winter of 1936. Who remembers the creamery.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2101382313538486626"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "109"
      ],
      "favorite_count": "7",
      "id_str": "2101382313538486626",
      "truncated": false,
      "retweet_count": "1",
      "id": "2101382313538486626",
      "possibly_sensitive": false,
      "created_at": "Sat Sep 19 18:46:00 +0000 2026",
      "favorited": false,
      "full_text": "The Saturday evening book club at Pine Point is reading a mystery set on a lake ice road. Copies at the desk.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2100642941629366623"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "79"
      ],
      "favorite_count": "11",
      "id_str": "2100642941629366623",
      "truncated": false,
      "retweet_count": "3",
      "id": "2100642941629366623",
      "possibly_sensitive": false,
      "created_at": "Thu Sep 17 17:48:00 +0000 2026",
      "favorited": false,
      "full_text": "Pajama story time at Lake Street this Tuesday evening at 6:30. Bring a blanket.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2099952139760566618"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "108"
      ],
      "favorite_count": "6",
      "id_str": "2099952139760566618",
      "truncated": false,
      "retweet_count": "0",
      "id": "2099952139760566618",
      "possibly_sensitive": false,
      "created_at": "Tue Sep 15 20:03:00 +0000 2026",
      "favorited": false,
      "full_text": "An author of northern mysteries visits Lake Street this Thursday at 6:30. Books for sale, questions welcome.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2098847360086966616"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "106"
      ],
      "favorite_count": "4",
      "id_str": "2098847360086966616",
      "truncated": false,
      "retweet_count": "2",
      "id": "2098847360086966616",
      "possibly_sensitive": false,
      "created_at": "Sat Sep 12 18:53:00 +0000 2026",
      "favorited": false,
      "full_text": "From the local history shelf at Pine Point: Main Street in the winter of 1936. Who remembers the creamery.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2098117551190966613"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "70"
      ],
      "favorite_count": "2",
      "id_str": "2098117551190966613",
      "truncated": false,
      "retweet_count": "2",
      "id": "2098117551190966613",
      "possibly_sensitive": false,
      "created_at": "Thu Sep 10 18:33:00 +0000 2026",
      "favorited": false,
      "full_text": "Learn to spot a scam text: free class at Lake Street this Friday at 2.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2097443862082486609"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "97"
      ],
      "favorite_count": "12",
      "id_str": "2097443862082486609",
      "truncated": false,
      "retweet_count": "1",
      "id": "2097443862082486609",
      "possibly_sensitive": false,
      "created_at": "Tue Sep 08 21:56:00 +0000 2026",
      "favorited": false,
      "full_text": "Story time is back at Pine Point every Tuesday at 10:30. Songs, rhymes and a picture book or two.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2096245717201846607"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "95"
      ],
      "favorite_count": "10",
      "id_str": "2096245717201846607",
      "truncated": false,
      "retweet_count": "3",
      "id": "2096245717201846607",
      "possibly_sensitive": false,
      "created_at": "Sat Sep 05 14:35:00 +0000 2026",
      "favorited": false,
      "full_text": "New on the bookmobile: puzzles, cake pans and a ukulele. See the Saturday route at Lake Street.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2095585617638326604"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "121"
      ],
      "favorite_count": "2",
      "id_str": "2095585617638326604",
      "truncated": false,
      "retweet_count": "1",
      "id": "2095585617638326604",
      "possibly_sensitive": false,
      "created_at": "Thu Sep 03 18:52:00 +0000 2026",
      "favorited": false,
      "full_text": "Lake Street closes at 5 this Wednesday for floor work. The book drop stays open.\n\nMore at www.lakesandpines.example/hours",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2094841715880886599"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "78"
      ],
      "favorite_count": "10",
      "id_str": "2094841715880886599",
      "truncated": false,
      "retweet_count": "2",
      "id": "2094841715880886599",
      "possibly_sensitive": false,
      "created_at": "Tue Sep 01 17:36:00 +0000 2026",
      "favorited": false,
      "full_text": "Pine Point closes at 5 this Saturday for floor work. The book drop stays open.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2093773174993846597"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "118"
      ],
      "favorite_count": "16",
      "id_str": "2093773174993846597",
      "truncated": false,
      "retweet_count": "2",
      "id": "2093773174993846597",
      "possibly_sensitive": false,
      "created_at": "Sat Aug 29 18:50:00 +0000 2026",
      "favorited": false,
      "full_text": "Lake Street closes at 5 this Monday for floor work. The book drop stays open.\n\nMore at www.lakesandpines.example/hours",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2093006120678326594"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "107"
      ],
      "favorite_count": "5",
      "id_str": "2093006120678326594",
      "truncated": false,
      "retweet_count": "3",
      "id": "2093006120678326594",
      "possibly_sensitive": false,
      "created_at": "Thu Aug 27 16:02:00 +0000 2026",
      "favorited": false,
      "full_text": "The Friday evening book club at Pine Point is reading a mystery set on a lake ice road. Copies at the desk.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2092289146352566590"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "11",
      "id_str": "2092289146352566590",
      "truncated": false,
      "retweet_count": "0",
      "id": "2092289146352566590",
      "possibly_sensitive": false,
      "created_at": "Tue Aug 25 16:33:00 +0000 2026",
      "favorited": false,
      "full_text": "The makerspace at Lake Street has a second sewing machine. Open lab every Wednesday from 3 to 6.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2091235453301686588"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "129"
      ],
      "favorite_count": "10",
      "id_str": "2091235453301686588",
      "truncated": false,
      "retweet_count": "1",
      "id": "2091235453301686588",
      "possibly_sensitive": false,
      "created_at": "Sat Aug 22 18:46:00 +0000 2026",
      "favorited": false,
      "full_text": "The job board at Pine Point was updated today. Printing of resumes is free all month.\n\nMore at www.lakesandpines.example/job-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2090528041989046585"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "84"
      ],
      "favorite_count": "16",
      "id_str": "2090528041989046585",
      "truncated": false,
      "retweet_count": "0",
      "id": "2090528041989046585",
      "possibly_sensitive": false,
      "created_at": "Thu Aug 20 19:55:00 +0000 2026",
      "favorited": false,
      "full_text": "The first thousand hours are in. Keep reading, Lake Street. Next goal: two thousand.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2089802007966646581"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "126"
      ],
      "favorite_count": "7",
      "id_str": "2089802007966646581",
      "truncated": false,
      "retweet_count": "2",
      "id": "2089802007966646581",
      "possibly_sensitive": false,
      "created_at": "Tue Aug 18 19:50:00 +0000 2026",
      "favorited": false,
      "full_text": "Poets of the lakes read at Pine Point on Thursday. Open microphone afterwards.\n\nMore at www.lakesandpines.example/author-visit",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2088702764774326578"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "93"
      ],
      "favorite_count": "8",
      "id_str": "2088702764774326578",
      "truncated": false,
      "retweet_count": "1",
      "id": "2088702764774326578",
      "possibly_sensitive": false,
      "created_at": "Sat Aug 15 19:02:00 +0000 2026",
      "favorited": false,
      "full_text": "One on one tech help at Lake Street on Tuesday mornings. Phones, tablets, printers, patience.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2087964651156406575"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "133"
      ],
      "favorite_count": "14",
      "id_str": "2087964651156406575",
      "truncated": false,
      "retweet_count": "1",
      "id": "2087964651156406575",
      "possibly_sensitive": false,
      "created_at": "Thu Aug 13 18:09:00 +0000 2026",
      "favorited": false,
      "full_text": "The first thousand hours are in. Keep reading, Pine Point. Next goal: two thousand.\n\nMore at www.lakesandpines.example/summer-reading",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2087234590602166571"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "69"
      ],
      "favorite_count": "1",
      "id_str": "2087234590602166571",
      "truncated": false,
      "retweet_count": "1",
      "id": "2087234590602166571",
      "possibly_sensitive": false,
      "created_at": "Tue Aug 11 17:48:00 +0000 2026",
      "favorited": false,
      "full_text": "The brass quintet plays at Pine Point on Tuesday at 7. Bring a chair.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2086105400079286569"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "93"
      ],
      "favorite_count": "8",
      "id_str": "2086105400079286569",
      "truncated": false,
      "retweet_count": "1",
      "id": "2086105400079286569",
      "possibly_sensitive": false,
      "created_at": "Sat Aug 08 15:01:00 +0000 2026",
      "favorited": false,
      "full_text": "The makerspace at Lake Street has a second sewing machine. Open lab every Friday from 3 to 6.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2085370306360246566"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "154"
      ],
      "favorite_count": "1",
      "id_str": "2085370306360246566",
      "truncated": false,
      "retweet_count": "2",
      "id": "2085370306360246566",
      "possibly_sensitive": false,
      "created_at": "Thu Aug 06 14:20:00 +0000 2026",
      "favorited": false,
      "full_text": "Bring your old photographs to Lake Street on Thursday. We scan up to twenty and you take them home again.\n\nMore at www.lakesandpines.example/local-history",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2084759783470006562"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "99"
      ],
      "favorite_count": "14",
      "id_str": "2084759783470006562",
      "truncated": false,
      "retweet_count": "3",
      "id": "2084759783470006562",
      "possibly_sensitive": false,
      "created_at": "Tue Aug 04 21:54:00 +0000 2026",
      "favorited": false,
      "full_text": "New evening hours at Pine Point: open until 8 on Thursday.\n\nMore at www.lakesandpines.example/hours",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2083557360399286559"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "106"
      ],
      "favorite_count": "4",
      "id_str": "2083557360399286559",
      "truncated": false,
      "retweet_count": "2",
      "id": "2083557360399286559",
      "possibly_sensitive": false,
      "created_at": "Sat Aug 01 14:16:00 +0000 2026",
      "favorited": false,
      "full_text": "From the local history shelf at Pine Point: Main Street in the winter of 1936. Who remembers the creamery.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2082892730987446556"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "116"
      ],
      "favorite_count": "14",
      "id_str": "2082892730987446556",
      "truncated": false,
      "retweet_count": "0",
      "id": "2082892730987446556",
      "possibly_sensitive": false,
      "created_at": "Thu Jul 30 18:15:00 +0000 2026",
      "favorited": false,
      "full_text": "Learn to spot a scam text: free class at Lake Street this Tuesday at 2.\n\nMore at www.lakesandpines.example/tech-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2082149584204726552"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "78"
      ],
      "favorite_count": "10",
      "id_str": "2082149584204726552",
      "truncated": false,
      "retweet_count": "2",
      "id": "2082149584204726552",
      "possibly_sensitive": false,
      "created_at": "Tue Jul 28 17:02:00 +0000 2026",
      "favorited": false,
      "full_text": "Lake Street closes at 5 this Tuesday for floor work. The book drop stays open.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2081122818585526550"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "139"
      ],
      "favorite_count": "3",
      "id_str": "2081122818585526550",
      "truncated": false,
      "retweet_count": "3",
      "id": "2081122818585526550",
      "possibly_sensitive": false,
      "created_at": "Sat Jul 25 21:02:00 +0000 2026",
      "favorited": false,
      "full_text": "One on one tech help at Lake Street on Saturday mornings. Phones, tablets, printers, patience.\n\nMore at www.lakesandpines.example/tech-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2080331605078966547"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "72"
      ],
      "favorite_count": "4",
      "id_str": "2080331605078966547",
      "truncated": false,
      "retweet_count": "0",
      "id": "2080331605078966547",
      "possibly_sensitive": false,
      "created_at": "Thu Jul 23 16:38:00 +0000 2026",
      "favorited": false,
      "full_text": "The brass quintet plays at Lake Street on Wednesday at 7. Bring a chair.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2079576378700726543"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "92"
      ],
      "favorite_count": "7",
      "id_str": "2079576378700726543",
      "truncated": false,
      "retweet_count": "0",
      "id": "2079576378700726543",
      "possibly_sensitive": false,
      "created_at": "Tue Jul 21 14:37:00 +0000 2026",
      "favorited": false,
      "full_text": "Summer reading has started at Lake Street. Read, log, collect stickers. Adults can play too.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2078597176488886541"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "154"
      ],
      "favorite_count": "1",
      "id_str": "2078597176488886541",
      "truncated": false,
      "retweet_count": "2",
      "id": "2078597176488886541",
      "possibly_sensitive": false,
      "created_at": "Sat Jul 18 21:46:00 +0000 2026",
      "favorited": false,
      "full_text": "Bring your old photographs to Lake Street on Saturday. We scan up to twenty and you take them home again.\n\nMore at www.lakesandpines.example/local-history",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2077770479170486538"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "152"
      ],
      "favorite_count": "16",
      "id_str": "2077770479170486538",
      "truncated": false,
      "retweet_count": "0",
      "id": "2077770479170486538",
      "possibly_sensitive": false,
      "created_at": "Thu Jul 16 15:01:00 +0000 2026",
      "favorited": false,
      "full_text": "The bookmobile stops in Cedar Bay and at the grain elevator this Monday. New stop: the county fairgrounds.\n\nMore at www.lakesandpines.example/bookmobile",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2077063571174326533"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "72"
      ],
      "favorite_count": "4",
      "id_str": "2077063571174326533",
      "truncated": false,
      "retweet_count": "0",
      "id": "2077063571174326533",
      "possibly_sensitive": false,
      "created_at": "Tue Jul 14 16:12:00 +0000 2026",
      "favorited": false,
      "full_text": "The brass quintet plays at Lake Street on Wednesday at 7. Bring a chair.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2076050395100086531"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "155"
      ],
      "favorite_count": "2",
      "id_str": "2076050395100086531",
      "truncated": false,
      "retweet_count": "3",
      "id": "2076050395100086531",
      "possibly_sensitive": false,
      "created_at": "Sat Jul 11 21:06:00 +0000 2026",
      "favorited": false,
      "full_text": "From the local history shelf at Pine Point: Main Street in the winter of 1936. Who remembers the creamery.\n\nMore at www.lakesandpines.example/local-history",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2075311274849206528"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "104"
      ],
      "favorite_count": "2",
      "id_str": "2075311274849206528",
      "truncated": false,
      "retweet_count": "0",
      "id": "2075311274849206528",
      "possibly_sensitive": false,
      "created_at": "Thu Jul 09 20:09:00 +0000 2026",
      "favorited": false,
      "full_text": "Book club at Lake Street: a memoir about a bakery this month, a ghost story next. Join us Saturday at 7.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2074866091422647267"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "71"
      ],
      "favorite_count": "3",
      "id_str": "2074866091422647267",
      "truncated": false,
      "retweet_count": "3",
      "id": "2074866091422647267",
      "possibly_sensitive": false,
      "created_at": "Wed Jul 08 14:40:00 +0000 2026",
      "favorited": false,
      "full_text": "Good question. Pine Point has that on Wednesday mornings, just walk in.",
      "lang": "en",
      "in_reply_to_status_id_str": "2074684394173367266",
      "in_reply_to_status_id": "2074684394173367266"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2074561333294006524"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "11",
      "id_str": "2074561333294006524",
      "truncated": false,
      "retweet_count": "0",
      "id": "2074561333294006524",
      "possibly_sensitive": false,
      "created_at": "Tue Jul 07 18:29:00 +0000 2026",
      "favorited": false,
      "full_text": "This Wednesday at Pine Point: stories about lakes, loons and very small boats. All ages welcome.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2073433904378806522"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "118"
      ],
      "favorite_count": "16",
      "id_str": "2073433904378806522",
      "truncated": false,
      "retweet_count": "2",
      "id": "2073433904378806522",
      "possibly_sensitive": false,
      "created_at": "Sat Jul 04 15:49:00 +0000 2026",
      "favorited": false,
      "full_text": "Lake Street closes at 5 this Friday for floor work. The book drop stays open.\n\nMore at www.lakesandpines.example/hours",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2072759963612086519"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "73"
      ],
      "favorite_count": "5",
      "id_str": "2072759963612086519",
      "truncated": false,
      "retweet_count": "1",
      "id": "2072759963612086519",
      "possibly_sensitive": false,
      "created_at": "Thu Jul 02 19:11:00 +0000 2026",
      "favorited": false,
      "full_text": "Learn to spot a scam text: free class at Lake Street this Wednesday at 2.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2071965730206646514"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "107"
      ],
      "favorite_count": "5",
      "id_str": "2071965730206646514",
      "truncated": false,
      "retweet_count": "3",
      "id": "2071965730206646514",
      "possibly_sensitive": false,
      "created_at": "Tue Jun 30 14:35:00 +0000 2026",
      "favorited": false,
      "full_text": "An author of northern mysteries visits Pine Point this Thursday at 6:30. Books for sale, questions welcome.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2071607368872887242"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "79"
      ],
      "favorite_count": "11",
      "id_str": "2071607368872887242",
      "truncated": false,
      "retweet_count": "3",
      "id": "2071607368872887242",
      "possibly_sensitive": false,
      "created_at": "Mon Jun 29 14:51:00 +0000 2026",
      "favorited": false,
      "full_text": "There is room at Lake Street. Ask at the desk on Thursday and we will show you.",
      "lang": "en",
      "in_reply_to_status_id_str": "2071238186234807241",
      "in_reply_to_status_id": "2071238186234807241"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2070952050815926512"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "123"
      ],
      "favorite_count": "4",
      "id_str": "2070952050815926512",
      "truncated": false,
      "retweet_count": "3",
      "id": "2070952050815926512",
      "possibly_sensitive": false,
      "created_at": "Sat Jun 27 19:27:00 +0000 2026",
      "favorited": false,
      "full_text": "The brass quintet plays at Pine Point on Saturday at 7. Bring a chair.\n\nMore at www.lakesandpines.example/music-on-the-lawn",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2070190281323446509"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "141"
      ],
      "favorite_count": "5",
      "id_str": "2070190281323446509",
      "truncated": false,
      "retweet_count": "1",
      "id": "2070190281323446509",
      "possibly_sensitive": false,
      "created_at": "Thu Jun 25 17:00:00 +0000 2026",
      "favorited": false,
      "full_text": "Summer reading has started at Pine Point. Read, log, collect stickers. Adults can play too.\n\nMore at www.lakesandpines.example/summer-reading",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2069488154833846505"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "133"
      ],
      "favorite_count": "14",
      "id_str": "2069488154833846505",
      "truncated": false,
      "retweet_count": "1",
      "id": "2069488154833846505",
      "possibly_sensitive": false,
      "created_at": "Tue Jun 23 18:30:00 +0000 2026",
      "favorited": false,
      "full_text": "The first thousand hours are in. Keep reading, Pine Point. Next goal: two thousand.\n\nMore at www.lakesandpines.example/summer-reading",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2069086256624567210"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "50"
      ],
      "favorite_count": "16",
      "id_str": "2069086256624567210",
      "truncated": false,
      "retweet_count": "2",
      "id": "2069086256624567210",
      "possibly_sensitive": false,
      "created_at": "Mon Jun 22 15:53:00 +0000 2026",
      "favorited": false,
      "full_text": "Yes, everyone is welcome at Lake Street on Friday.",
      "lang": "en",
      "in_reply_to_status_id_str": "2067727050470327209",
      "in_reply_to_status_id": "2067727050470327209"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2068416342389686503"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "151"
      ],
      "favorite_count": "15",
      "id_str": "2068416342389686503",
      "truncated": false,
      "retweet_count": "3",
      "id": "2068416342389686503",
      "possibly_sensitive": false,
      "created_at": "Sat Jun 20 19:31:00 +0000 2026",
      "favorited": false,
      "full_text": "Bring your old photographs to Pine Point on Monday. We scan up to twenty and you take them home again.\n\nMore at www.lakesandpines.example/local-history",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2067654572897206500"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "124"
      ],
      "favorite_count": "5",
      "id_str": "2067654572897206500",
      "truncated": false,
      "retweet_count": "0",
      "id": "2067654572897206500",
      "possibly_sensitive": false,
      "created_at": "Thu Jun 18 17:04:00 +0000 2026",
      "favorited": false,
      "full_text": "Poets of the lakes read at Pine Point on Friday. Open microphone afterwards.\n\nMore at www.lakesandpines.example/author-visit",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2066918220886966496"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "155"
      ],
      "favorite_count": "2",
      "id_str": "2066918220886966496",
      "truncated": false,
      "retweet_count": "3",
      "id": "2066918220886966496",
      "possibly_sensitive": false,
      "created_at": "Tue Jun 16 16:18:00 +0000 2026",
      "favorited": false,
      "full_text": "The bookmobile stops in Cedar Bay and at the grain elevator this Wednesday. New stop: the county fairgrounds.\n\nMore at www.lakesandpines.example/bookmobile",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2065808408048566493"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "107"
      ],
      "favorite_count": "5",
      "id_str": "2065808408048566493",
      "truncated": false,
      "retweet_count": "3",
      "id": "2065808408048566493",
      "possibly_sensitive": false,
      "created_at": "Sat Jun 13 14:48:00 +0000 2026",
      "favorited": false,
      "full_text": "The Monday evening book club at Pine Point is reading a mystery set on a lake ice road. Copies at the desk.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2065138745471926490"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "108"
      ],
      "favorite_count": "6",
      "id_str": "2065138745471926490",
      "truncated": false,
      "retweet_count": "0",
      "id": "2065138745471926490",
      "possibly_sensitive": false,
      "created_at": "Thu Jun 11 18:27:00 +0000 2026",
      "favorited": false,
      "full_text": "An author of northern mysteries visits Lake Street this Thursday at 6:30. Books for sale, questions welcome.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2064373452764086486"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "107"
      ],
      "favorite_count": "5",
      "id_str": "2064373452764086486",
      "truncated": false,
      "retweet_count": "3",
      "id": "2064373452764086486",
      "possibly_sensitive": false,
      "created_at": "Tue Jun 09 15:46:00 +0000 2026",
      "favorited": false,
      "full_text": "The bookmobile stops in Cedar Bay and at the grain elevator this Tuesday. New stop: the county fairgrounds.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2063347190461366484"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "141"
      ],
      "favorite_count": "5",
      "id_str": "2063347190461366484",
      "truncated": false,
      "retweet_count": "1",
      "id": "2063347190461366484",
      "possibly_sensitive": false,
      "created_at": "Sat Jun 06 19:48:00 +0000 2026",
      "favorited": false,
      "full_text": "Summer reading has started at Pine Point. Read, log, collect stickers. Adults can play too.\n\nMore at www.lakesandpines.example/summer-reading",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2062626189603766481"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "156"
      ],
      "favorite_count": "3",
      "id_str": "2062626189603766481",
      "truncated": false,
      "retweet_count": "0",
      "id": "2062626189603766481",
      "possibly_sensitive": false,
      "created_at": "Thu Jun 04 20:03:00 +0000 2026",
      "favorited": false,
      "full_text": "From the local history shelf at Lake Street: Main Street in the winter of 1936. Who remembers the creamery.\n\nMore at www.lakesandpines.example/local-history",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2061852592174006477"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "144"
      ],
      "favorite_count": "8",
      "id_str": "2061852592174006477",
      "truncated": false,
      "retweet_count": "0",
      "id": "2061852592174006477",
      "possibly_sensitive": false,
      "created_at": "Tue Jun 02 16:49:00 +0000 2026",
      "favorited": false,
      "full_text": "Summer reading prizes at Lake Street this week: garden trowels, sun hats and ice cream tokens.\n\nMore at www.lakesandpines.example/summer-reading",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2060803680629686474"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "78"
      ],
      "favorite_count": "10",
      "id_str": "2060803680629686474",
      "truncated": false,
      "retweet_count": "2",
      "id": "2060803680629686474",
      "possibly_sensitive": false,
      "created_at": "Sat May 30 19:21:00 +0000 2026",
      "favorited": false,
      "full_text": "Pine Point closes at 5 this Thursday for floor work. The book drop stays open.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2060001897477046471"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "11",
      "id_str": "2060001897477046471",
      "truncated": false,
      "retweet_count": "0",
      "id": "2060001897477046471",
      "possibly_sensitive": false,
      "created_at": "Thu May 28 14:15:00 +0000 2026",
      "favorited": false,
      "full_text": "The makerspace at Lake Street has a second sewing machine. Open lab every Wednesday from 3 to 6.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2059300777620406467"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "134"
      ],
      "favorite_count": "15",
      "id_str": "2059300777620406467",
      "truncated": false,
      "retweet_count": "2",
      "id": "2059300777620406467",
      "possibly_sensitive": false,
      "created_at": "Tue May 26 15:49:00 +0000 2026",
      "favorited": false,
      "full_text": "The first thousand hours are in. Keep reading, Lake Street. Next goal: two thousand.\n\nMore at www.lakesandpines.example/summer-reading",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2058217892213686465"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "99"
      ],
      "favorite_count": "14",
      "id_str": "2058217892213686465",
      "truncated": false,
      "retweet_count": "3",
      "id": "2058217892213686465",
      "possibly_sensitive": false,
      "created_at": "Sat May 23 16:06:00 +0000 2026",
      "favorited": false,
      "full_text": "New evening hours at Pine Point: open until 8 on Thursday.\n\nMore at www.lakesandpines.example/hours",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2057566852346806462"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "79"
      ],
      "favorite_count": "11",
      "id_str": "2057566852346806462",
      "truncated": false,
      "retweet_count": "3",
      "id": "2057566852346806462",
      "possibly_sensitive": false,
      "created_at": "Thu May 21 20:59:00 +0000 2026",
      "favorited": false,
      "full_text": "Pine Point closes at 5 this Wednesday for floor work. The book drop stays open.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2056787970094006458"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "152"
      ],
      "favorite_count": "16",
      "id_str": "2056787970094006458",
      "truncated": false,
      "retweet_count": "0",
      "id": "2056787970094006458",
      "possibly_sensitive": false,
      "created_at": "Tue May 19 17:24:00 +0000 2026",
      "favorited": false,
      "full_text": "The bookmobile stops in Cedar Bay and at the grain elevator this Monday. New stop: the county fairgrounds.\n\nMore at www.lakesandpines.example/bookmobile",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2055676395647926456"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "84"
      ],
      "favorite_count": "16",
      "id_str": "2055676395647926456",
      "truncated": false,
      "retweet_count": "0",
      "id": "2055676395647926456",
      "possibly_sensitive": false,
      "created_at": "Sat May 16 15:47:00 +0000 2026",
      "favorited": false,
      "full_text": "The first thousand hours are in. Keep reading, Lake Street. Next goal: two thousand.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2055299411604407097"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "43"
      ],
      "favorite_count": "9",
      "id_str": "2055299411604407097",
      "truncated": false,
      "retweet_count": "3",
      "id": "2055299411604407097",
      "possibly_sensitive": false,
      "created_at": "Fri May 15 14:49:00 +0000 2026",
      "favorited": false,
      "full_text": "We open at 9 on Saturday, at both branches.",
      "lang": "en",
      "in_reply_to_status_id_str": "2055049514972087096",
      "in_reply_to_status_id": "2055049514972087096"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2054999434982326452"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "115"
      ],
      "favorite_count": "13",
      "id_str": "2054999434982326452",
      "truncated": false,
      "retweet_count": "3",
      "id": "2054999434982326452",
      "possibly_sensitive": false,
      "created_at": "Thu May 14 18:57:00 +0000 2026",
      "favorited": false,
      "full_text": "Learn to spot a scam text: free class at Lake Street this Friday at 2.\n\nMore at www.lakesandpines.example/tech-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2054301586682806448"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "85"
      ],
      "favorite_count": "0",
      "id_str": "2054301586682806448",
      "truncated": false,
      "retweet_count": "1",
      "id": "2054301586682806448",
      "possibly_sensitive": false,
      "created_at": "Tue May 12 20:44:00 +0000 2026",
      "favorited": false,
      "full_text": "Teen night at Lake Street this Wednesday: board games, nachos, quiet corner upstairs.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2053177680982966446"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "143"
      ],
      "favorite_count": "7",
      "id_str": "2053177680982966446",
      "truncated": false,
      "retweet_count": "3",
      "id": "2053177680982966446",
      "possibly_sensitive": false,
      "created_at": "Sat May 09 18:18:00 +0000 2026",
      "favorited": false,
      "full_text": "Summer reading prizes at Pine Point this week: garden trowels, sun hats and ice cream tokens.\n\nMore at www.lakesandpines.example/summer-reading",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2052495938810806443"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "109"
      ],
      "favorite_count": "7",
      "id_str": "2052495938810806443",
      "truncated": false,
      "retweet_count": "1",
      "id": "2052495938810806443",
      "possibly_sensitive": false,
      "created_at": "Thu May 07 21:09:00 +0000 2026",
      "favorited": false,
      "full_text": "The bookmobile stops in Cedar Bay and at the grain elevator this Wednesday. New stop: the county fairgrounds.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2051747758863286439"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "102"
      ],
      "favorite_count": "0",
      "id_str": "2051747758863286439",
      "truncated": false,
      "retweet_count": "2",
      "id": "2051747758863286439",
      "possibly_sensitive": false,
      "created_at": "Tue May 05 19:36:00 +0000 2026",
      "favorited": false,
      "full_text": "Book club at Pine Point: a memoir about a bakery this month, a ghost story next. Join us Tuesday at 7.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2050657072051126437"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "98"
      ],
      "favorite_count": "13",
      "id_str": "2050657072051126437",
      "truncated": false,
      "retweet_count": "2",
      "id": "2050657072051126437",
      "possibly_sensitive": false,
      "created_at": "Sat May 02 19:22:00 +0000 2026",
      "favorited": false,
      "full_text": "The Friends' book sale opens at Lake Street on Tuesday at 9. Fill a bag, help the children's room.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2049882971304886433"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "127"
      ],
      "favorite_count": "8",
      "id_str": "2049882971304886433",
      "truncated": false,
      "retweet_count": "3",
      "id": "2049882971304886433",
      "possibly_sensitive": false,
      "created_at": "Thu Apr 30 16:06:00 +0000 2026",
      "favorited": false,
      "full_text": "Sorting is done: forty boxes of mysteries for the sale at Pine Point this Tuesday.\n\nMore at www.lakesandpines.example/book-sale",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2049151652459446429"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "77"
      ],
      "favorite_count": "9",
      "id_str": "2049151652459446429",
      "truncated": false,
      "retweet_count": "1",
      "id": "2049151652459446429",
      "possibly_sensitive": false,
      "created_at": "Tue Apr 28 15:40:00 +0000 2026",
      "favorited": false,
      "full_text": "Poets of the lakes read at Lake Street on Friday. Open microphone afterwards.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2048119602017206427"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "138"
      ],
      "favorite_count": "2",
      "id_str": "2048119602017206427",
      "truncated": false,
      "retweet_count": "2",
      "id": "2048119602017206427",
      "possibly_sensitive": false,
      "created_at": "Sat Apr 25 19:19:00 +0000 2026",
      "favorited": false,
      "full_text": "Resume reviews at Pine Point every Thursday. Walk in, or stay for the interview practice at 4.\n\nMore at www.lakesandpines.example/job-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2047366388904886424"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "130"
      ],
      "favorite_count": "11",
      "id_str": "2047366388904886424",
      "truncated": false,
      "retweet_count": "2",
      "id": "2047366388904886424",
      "possibly_sensitive": false,
      "created_at": "Thu Apr 23 17:26:00 +0000 2026",
      "favorited": false,
      "full_text": "The job board at Lake Street was updated today. Printing of resumes is free all month.\n\nMore at www.lakesandpines.example/job-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2046693706429366420"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "11",
      "id_str": "2046693706429366420",
      "truncated": false,
      "retweet_count": "0",
      "id": "2046693706429366420",
      "possibly_sensitive": false,
      "created_at": "Tue Apr 21 20:53:00 +0000 2026",
      "favorited": false,
      "full_text": "The Friends' book sale opens at Pine Point on Monday at 9. Fill a bag, help the children's room.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2045609562731446418"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "105"
      ],
      "favorite_count": "3",
      "id_str": "2045609562731446418",
      "truncated": false,
      "retweet_count": "1",
      "id": "2045609562731446418",
      "possibly_sensitive": false,
      "created_at": "Sat Apr 18 21:05:00 +0000 2026",
      "favorited": false,
      "full_text": "Bring your old photographs to Pine Point on Wednesday. We scan up to twenty and you take them home again.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2044871952430006415"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "108"
      ],
      "favorite_count": "6",
      "id_str": "2044871952430006415",
      "truncated": false,
      "retweet_count": "0",
      "id": "2044871952430006415",
      "possibly_sensitive": false,
      "created_at": "Thu Apr 16 20:14:00 +0000 2026",
      "favorited": false,
      "full_text": "An author of northern mysteries visits Lake Street this Saturday at 6:30. Books for sale, questions welcome.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2044058592998326410"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "89"
      ],
      "favorite_count": "4",
      "id_str": "2044058592998326410",
      "truncated": false,
      "retweet_count": "1",
      "id": "2044058592998326410",
      "possibly_sensitive": false,
      "created_at": "Tue Apr 14 14:22:00 +0000 2026",
      "favorited": false,
      "full_text": "Volunteer tax help continues at Pine Point on Wednesday. Please bring last year's return.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2043046171898806408"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "137"
      ],
      "favorite_count": "1",
      "id_str": "2043046171898806408",
      "truncated": false,
      "retweet_count": "1",
      "id": "2043046171898806408",
      "possibly_sensitive": false,
      "created_at": "Sat Apr 11 19:19:00 +0000 2026",
      "favorited": false,
      "full_text": "Resume reviews at Pine Point every Tuesday. Walk in, or stay for the interview practice at 4.\n\nMore at www.lakesandpines.example/job-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2042280375874486405"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "130"
      ],
      "favorite_count": "11",
      "id_str": "2042280375874486405",
      "truncated": false,
      "retweet_count": "2",
      "id": "2042280375874486405",
      "possibly_sensitive": false,
      "created_at": "Thu Apr 09 16:36:00 +0000 2026",
      "favorited": false,
      "full_text": "Volunteer tax help continues at Pine Point on Monday. Please bring last year's return.\n\nMore at www.lakesandpines.example/tax-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2041531440952246401"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "150"
      ],
      "favorite_count": "14",
      "id_str": "2041531440952246401",
      "truncated": false,
      "retweet_count": "2",
      "id": "2041531440952246401",
      "possibly_sensitive": false,
      "created_at": "Tue Apr 07 15:00:00 +0000 2026",
      "favorited": false,
      "full_text": "Book club at Lake Street: a memoir about a bakery this month, a ghost story next. Join us Wednesday at 7.\n\nMore at www.lakesandpines.example/book-club",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2040535629296566399"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "95"
      ],
      "favorite_count": "10",
      "id_str": "2040535629296566399",
      "truncated": false,
      "retweet_count": "3",
      "id": "2040535629296566399",
      "possibly_sensitive": false,
      "created_at": "Sat Apr 04 21:03:00 +0000 2026",
      "favorited": false,
      "full_text": "The makerspace at Lake Street has a second sewing machine. Open lab every Thursday from 3 to 6.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2039817145021366396"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "72"
      ],
      "favorite_count": "4",
      "id_str": "2039817145021366396",
      "truncated": false,
      "retweet_count": "0",
      "id": "2039817145021366396",
      "possibly_sensitive": false,
      "created_at": "Thu Apr 02 21:28:00 +0000 2026",
      "favorited": false,
      "full_text": "Learn to spot a scam text: free class at Pine Point this Wednesday at 2.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2039067706782646391"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "101"
      ],
      "favorite_count": "16",
      "id_str": "2039067706782646391",
      "truncated": false,
      "retweet_count": "1",
      "id": "2039067706782646391",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 31 19:50:00 +0000 2026",
      "favorited": false,
      "full_text": "Paper tax forms are on the shelf by the door at Lake Street. Volunteers help on Wednesday afternoons.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2037956887311286389"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "139"
      ],
      "favorite_count": "3",
      "id_str": "2037956887311286389",
      "truncated": false,
      "retweet_count": "3",
      "id": "2037956887311286389",
      "possibly_sensitive": false,
      "created_at": "Sat Mar 28 18:16:00 +0000 2026",
      "favorited": false,
      "full_text": "Resume reviews at Pine Point every Wednesday. Walk in, or stay for the interview practice at 4.\n\nMore at www.lakesandpines.example/job-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2037171461944246386"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "11",
      "id_str": "2037171461944246386",
      "truncated": false,
      "retweet_count": "0",
      "id": "2037171461944246386",
      "possibly_sensitive": false,
      "created_at": "Thu Mar 26 14:15:00 +0000 2026",
      "favorited": false,
      "full_text": "This Saturday at Lake Street: stories about lakes, loons and very small boats. All ages welcome.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2036485441582006382"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "153"
      ],
      "favorite_count": "0",
      "id_str": "2036485441582006382",
      "truncated": false,
      "retweet_count": "1",
      "id": "2036485441582006382",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 24 16:49:00 +0000 2026",
      "favorited": false,
      "full_text": "The Monday evening book club at Lake Street is reading a mystery set on a lake ice road. Copies at the desk.\n\nMore at www.lakesandpines.example/book-club",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2036095119651766912"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "77"
      ],
      "favorite_count": "9",
      "id_str": "2036095119651766912",
      "truncated": false,
      "retweet_count": "1",
      "id": "2036095119651766912",
      "possibly_sensitive": false,
      "created_at": "Mon Mar 23 14:58:00 +0000 2026",
      "favorited": false,
      "full_text": "Thanks for asking. The plan for the fall goes up at Pine Point next Thursday.",
      "lang": "en",
      "in_reply_to_status_id_str": "2035528888611766911",
      "in_reply_to_status_id": "2035528888611766911"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2035390224921526380"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "134"
      ],
      "favorite_count": "15",
      "id_str": "2035390224921526380",
      "truncated": false,
      "retweet_count": "2",
      "id": "2035390224921526380",
      "possibly_sensitive": false,
      "created_at": "Sat Mar 21 16:17:00 +0000 2026",
      "favorited": false,
      "full_text": "Teens, the writing group meets at Lake Street on Wednesday. Snacks included, grades not.\n\nMore at www.lakesandpines.example/teen-night",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2034652362961846377"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "138"
      ],
      "favorite_count": "2",
      "id_str": "2034652362961846377",
      "truncated": false,
      "retweet_count": "2",
      "id": "2034652362961846377",
      "possibly_sensitive": false,
      "created_at": "Thu Mar 19 15:25:00 +0000 2026",
      "favorited": false,
      "full_text": "One on one tech help at Pine Point on Thursday mornings. Phones, tablets, printers, patience.\n\nMore at www.lakesandpines.example/tech-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2033945203307446373"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "94"
      ],
      "favorite_count": "9",
      "id_str": "2033945203307446373",
      "truncated": false,
      "retweet_count": "2",
      "id": "2033945203307446373",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 17 16:35:00 +0000 2026",
      "favorited": false,
      "full_text": "The seed library at Lake Street is open. Take up to five packets, bring some back in the fall.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2032855019811766370"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "87"
      ],
      "favorite_count": "2",
      "id_str": "2032855019811766370",
      "truncated": false,
      "retweet_count": "3",
      "id": "2032855019811766370",
      "possibly_sensitive": false,
      "created_at": "Sat Mar 14 16:23:00 +0000 2026",
      "favorited": false,
      "full_text": "Teens, the writing group meets at Lake Street on Saturday. Snacks included, grades not.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2032174787589046367"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "105"
      ],
      "favorite_count": "3",
      "id_str": "2032174787589046367",
      "truncated": false,
      "retweet_count": "1",
      "id": "2032174787589046367",
      "possibly_sensitive": false,
      "created_at": "Thu Mar 12 19:20:00 +0000 2026",
      "favorited": false,
      "full_text": "Bring your old photographs to Lake Street on Saturday. We scan up to twenty and you take them home again.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2031489522201526363"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "104"
      ],
      "favorite_count": "2",
      "id_str": "2031489522201526363",
      "truncated": false,
      "retweet_count": "0",
      "id": "2031489522201526363",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 10 21:57:00 +0000 2026",
      "favorited": false,
      "full_text": "Bring your old photographs to Pine Point on Thursday. We scan up to twenty and you take them home again.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2030378451071926361"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "95"
      ],
      "favorite_count": "10",
      "id_str": "2030378451071926361",
      "truncated": false,
      "retweet_count": "3",
      "id": "2030378451071926361",
      "possibly_sensitive": false,
      "created_at": "Sat Mar 07 20:22:00 +0000 2026",
      "favorited": false,
      "full_text": "Resume reviews at Lake Street every Thursday. Walk in, or stay for the interview practice at 4.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2029625992934326358"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "95"
      ],
      "favorite_count": "10",
      "id_str": "2029625992934326358",
      "truncated": false,
      "retweet_count": "3",
      "id": "2029625992934326358",
      "possibly_sensitive": false,
      "created_at": "Thu Mar 05 18:32:00 +0000 2026",
      "favorited": false,
      "full_text": "The makerspace at Lake Street has a second sewing machine. Open lab every Thursday from 3 to 6.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2028917323330486354"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "78"
      ],
      "favorite_count": "10",
      "id_str": "2028917323330486354",
      "truncated": false,
      "retweet_count": "2",
      "id": "2028917323330486354",
      "possibly_sensitive": false,
      "created_at": "Tue Mar 03 19:36:00 +0000 2026",
      "favorited": false,
      "full_text": "Pajama story time at Pine Point this Tuesday evening at 6:30. Bring a blanket.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2027863378621366351"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "11",
      "id_str": "2027863378621366351",
      "truncated": false,
      "retweet_count": "0",
      "id": "2027863378621366351",
      "possibly_sensitive": false,
      "created_at": "Sat Feb 28 21:48:00 +0000 2026",
      "favorited": false,
      "full_text": "Winter reading bingo sheets are at Lake Street. Five in a row wins a mug, a full sheet wins two.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2027111423800246348"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "139"
      ],
      "favorite_count": "3",
      "id_str": "2027111423800246348",
      "truncated": false,
      "retweet_count": "3",
      "id": "2027111423800246348",
      "possibly_sensitive": false,
      "created_at": "Thu Feb 26 20:00:00 +0000 2026",
      "favorited": false,
      "full_text": "This Monday at Lake Street: stories about lakes, loons and very small boats. All ages welcome.\n\nMore at www.lakesandpines.example/storytime",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2026684863083446827"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "41"
      ],
      "favorite_count": "7",
      "id_str": "2026684863083446827",
      "truncated": false,
      "retweet_count": "1",
      "id": "2026684863083446827",
      "possibly_sensitive": false,
      "created_at": "Wed Feb 25 15:45:00 +0000 2026",
      "favorited": false,
      "full_text": "We open at 9 on Friday, at both branches.",
      "lang": "en",
      "in_reply_to_status_id_str": "2026447046046646826",
      "in_reply_to_status_id": "2026447046046646826"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2026408290677686344"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "89"
      ],
      "favorite_count": "4",
      "id_str": "2026408290677686344",
      "truncated": false,
      "retweet_count": "1",
      "id": "2026408290677686344",
      "possibly_sensitive": false,
      "created_at": "Tue Feb 24 21:26:00 +0000 2026",
      "favorited": false,
      "full_text": "Volunteer tax help continues at Pine Point on Wednesday. Please bring last year's return.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2025339749790646342"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "89"
      ],
      "favorite_count": "4",
      "id_str": "2025339749790646342",
      "truncated": false,
      "retweet_count": "1",
      "id": "2025339749790646342",
      "possibly_sensitive": false,
      "created_at": "Sat Feb 21 22:40:00 +0000 2026",
      "favorited": false,
      "full_text": "Halfway through winter reading. Share what you finished this week, readers of Pine Point.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2024545768043446339"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "147"
      ],
      "favorite_count": "11",
      "id_str": "2024545768043446339",
      "truncated": false,
      "retweet_count": "3",
      "id": "2024545768043446339",
      "possibly_sensitive": false,
      "created_at": "Thu Feb 19 18:05:00 +0000 2026",
      "favorited": false,
      "full_text": "Book club at Lake Street: a memoir about a bakery this month, a ghost story next. Join us Friday at 7.\n\nMore at www.lakesandpines.example/book-club",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2024142108226486799"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "51"
      ],
      "favorite_count": "0",
      "id_str": "2024142108226486799",
      "truncated": false,
      "retweet_count": "3",
      "id": "2024142108226486799",
      "possibly_sensitive": false,
      "created_at": "Wed Feb 18 15:21:00 +0000 2026",
      "favorited": false,
      "full_text": "Yes, everyone is welcome at Pine Point on Thursday.",
      "lang": "en",
      "in_reply_to_status_id_str": "2023925178823606798",
      "in_reply_to_status_id": "2023925178823606798"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2023893469885366335"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "88"
      ],
      "favorite_count": "3",
      "id_str": "2023893469885366335",
      "truncated": false,
      "retweet_count": "0",
      "id": "2023893469885366335",
      "possibly_sensitive": false,
      "created_at": "Tue Feb 17 22:53:00 +0000 2026",
      "favorited": false,
      "full_text": "Teens, the writing group meets at Lake Street on Wednesday. Snacks included, grades not.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2022751948108726332"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "88"
      ],
      "favorite_count": "3",
      "id_str": "2022751948108726332",
      "truncated": false,
      "retweet_count": "0",
      "id": "2022751948108726332",
      "possibly_sensitive": false,
      "created_at": "Sat Feb 14 19:17:00 +0000 2026",
      "favorited": false,
      "full_text": "Volunteer tax help continues at Lake Street on Tuesday. Please bring last year's return.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2022047808353206329"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "146"
      ],
      "favorite_count": "10",
      "id_str": "2022047808353206329",
      "truncated": false,
      "retweet_count": "2",
      "id": "2022047808353206329",
      "possibly_sensitive": false,
      "created_at": "Thu Feb 12 20:39:00 +0000 2026",
      "favorited": false,
      "full_text": "Winter reading bingo sheets are at Lake Street. Five in a row wins a mug, a full sheet wins two.\n\nMore at www.lakesandpines.example/winter-reading",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2021261879669686325"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "116"
      ],
      "favorite_count": "14",
      "id_str": "2021261879669686325",
      "truncated": false,
      "retweet_count": "0",
      "id": "2021261879669686325",
      "possibly_sensitive": false,
      "created_at": "Tue Feb 10 16:36:00 +0000 2026",
      "favorited": false,
      "full_text": "Learn to spot a scam text: free class at Lake Street this Tuesday at 2.\n\nMore at www.lakesandpines.example/tech-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2020195603706806323"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "101"
      ],
      "favorite_count": "16",
      "id_str": "2020195603706806323",
      "truncated": false,
      "retweet_count": "1",
      "id": "2020195603706806323",
      "possibly_sensitive": false,
      "created_at": "Sat Feb 07 17:59:00 +0000 2026",
      "favorited": false,
      "full_text": "Book club at Pine Point: a memoir about a bakery this month, a ghost story next. Join us Monday at 7.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2019882037539766766"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "52"
      ],
      "favorite_count": "1",
      "id_str": "2019882037539766766",
      "truncated": false,
      "retweet_count": "0",
      "id": "2019882037539766766",
      "possibly_sensitive": false,
      "created_at": "Fri Feb 06 21:13:00 +0000 2026",
      "favorited": false,
      "full_text": "No sign-up needed. Come to Lake Street any Thursday.",
      "lang": "en",
      "in_reply_to_status_id_str": "2019779109319606765",
      "in_reply_to_status_id": "2019779109319606765"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2019483159229366320"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "102"
      ],
      "favorite_count": "0",
      "id_str": "2019483159229366320",
      "truncated": false,
      "retweet_count": "2",
      "id": "2019483159229366320",
      "possibly_sensitive": false,
      "created_at": "Thu Feb 05 18:48:00 +0000 2026",
      "favorited": false,
      "full_text": "Book club at Lake Street: a memoir about a bakery this month, a ghost story next. Join us Friday at 7.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2018743284003766316"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "95"
      ],
      "favorite_count": "10",
      "id_str": "2018743284003766316",
      "truncated": false,
      "retweet_count": "3",
      "id": "2018743284003766316",
      "possibly_sensitive": false,
      "created_at": "Tue Feb 03 17:48:00 +0000 2026",
      "favorited": false,
      "full_text": "Resume reviews at Lake Street every Saturday. Walk in, or stay for the interview practice at 4.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2017671471559606313"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "146"
      ],
      "favorite_count": "10",
      "id_str": "2017671471559606313",
      "truncated": false,
      "retweet_count": "2",
      "id": "2017671471559606313",
      "possibly_sensitive": false,
      "created_at": "Sat Jan 31 18:49:00 +0000 2026",
      "favorited": false,
      "full_text": "Book club at Pine Point: a memoir about a bakery this month, a ghost story next. Join us Monday at 7.\n\nMore at www.lakesandpines.example/book-club",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2016988219438006310"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "140"
      ],
      "favorite_count": "4",
      "id_str": "2016988219438006310",
      "truncated": false,
      "retweet_count": "0",
      "id": "2016988219438006310",
      "possibly_sensitive": false,
      "created_at": "Thu Jan 29 21:34:00 +0000 2026",
      "favorited": false,
      "full_text": "Resume reviews at Lake Street every Wednesday. Walk in, or stay for the interview practice at 4.\n\nMore at www.lakesandpines.example/job-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2016278039884726306"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "156"
      ],
      "favorite_count": "3",
      "id_str": "2016278039884726306",
      "truncated": false,
      "retweet_count": "0",
      "id": "2016278039884726306",
      "possibly_sensitive": false,
      "created_at": "Tue Jan 27 22:32:00 +0000 2026",
      "favorited": false,
      "full_text": "From the local history shelf at Lake Street: Main Street in the winter of 1936. Who remembers the creamery.\n\nMore at www.lakesandpines.example/local-history",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2015178041717686304"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "77"
      ],
      "favorite_count": "9",
      "id_str": "2015178041717686304",
      "truncated": false,
      "retweet_count": "1",
      "id": "2015178041717686304",
      "possibly_sensitive": false,
      "created_at": "Sat Jan 24 21:41:00 +0000 2026",
      "favorited": false,
      "full_text": "Pine Point closes at 5 this Tuesday for floor work. The book drop stays open.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2014427093529526301"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "107"
      ],
      "favorite_count": "5",
      "id_str": "2014427093529526301",
      "truncated": false,
      "retweet_count": "3",
      "id": "2014427093529526301",
      "possibly_sensitive": false,
      "created_at": "Thu Jan 22 19:57:00 +0000 2026",
      "favorited": false,
      "full_text": "From the local history shelf at Lake Street: Main Street in the winter of 1936. Who remembers the creamery.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2013638899921846297"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "94"
      ],
      "favorite_count": "9",
      "id_str": "2013638899921846297",
      "truncated": false,
      "retweet_count": "2",
      "id": "2013638899921846297",
      "possibly_sensitive": false,
      "created_at": "Tue Jan 20 15:45:00 +0000 2026",
      "favorited": false,
      "full_text": "This Monday at Lake Street: stories about lakes, loons and very small boats. All ages welcome.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2012641075000246295"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "86"
      ],
      "favorite_count": "1",
      "id_str": "2012641075000246295",
      "truncated": false,
      "retweet_count": "2",
      "id": "2012641075000246295",
      "possibly_sensitive": false,
      "created_at": "Sat Jan 17 21:40:00 +0000 2026",
      "favorited": false,
      "full_text": "Teens, the writing group meets at Pine Point on Saturday. Snacks included, grades not.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2011875027317686291"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "141"
      ],
      "favorite_count": "5",
      "id_str": "2011875027317686291",
      "truncated": false,
      "retweet_count": "1",
      "id": "2011875027317686291",
      "possibly_sensitive": false,
      "created_at": "Thu Jan 15 18:56:00 +0000 2026",
      "favorited": false,
      "full_text": "This Wednesday at Pine Point: stories about lakes, loons and very small boats. All ages welcome.\n\nMore at www.lakesandpines.example/storytime",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2011137417016246287"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "11",
      "id_str": "2011137417016246287",
      "truncated": false,
      "retweet_count": "0",
      "id": "2011137417016246287",
      "possibly_sensitive": false,
      "created_at": "Tue Jan 13 18:05:00 +0000 2026",
      "favorited": false,
      "full_text": "This Wednesday at Pine Point: stories about lakes, loons and very small boats. All ages welcome.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2010080704066486285"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "103"
      ],
      "favorite_count": "1",
      "id_str": "2010080704066486285",
      "truncated": false,
      "retweet_count": "3",
      "id": "2010080704066486285",
      "possibly_sensitive": false,
      "created_at": "Sat Jan 10 20:06:00 +0000 2026",
      "favorited": false,
      "full_text": "Book club at Lake Street: a memoir about a bakery this month, a ghost story next. Join us Tuesday at 7.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2009303835079606282"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "128"
      ],
      "favorite_count": "9",
      "id_str": "2009303835079606282",
      "truncated": false,
      "retweet_count": "0",
      "id": "2009303835079606282",
      "possibly_sensitive": false,
      "created_at": "Thu Jan 08 16:39:00 +0000 2026",
      "favorited": false,
      "full_text": "Teen night at Lake Street this Friday: board games, nachos, quiet corner upstairs.\n\nMore at www.lakesandpines.example/teen-night",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2008585602462646278"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "115"
      ],
      "favorite_count": "13",
      "id_str": "2008585602462646278",
      "truncated": false,
      "retweet_count": "3",
      "id": "2008585602462646278",
      "possibly_sensitive": false,
      "created_at": "Tue Jan 06 17:05:00 +0000 2026",
      "favorited": false,
      "full_text": "Learn to spot a scam text: free class at Lake Street this Friday at 2.\n\nMore at www.lakesandpines.example/tech-help",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2007498942182326276"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "78"
      ],
      "favorite_count": "10",
      "id_str": "2007498942182326276",
      "truncated": false,
      "retweet_count": "2",
      "id": "2007498942182326276",
      "possibly_sensitive": false,
      "created_at": "Sat Jan 03 17:07:00 +0000 2026",
      "favorited": false,
      "full_text": "Pine Point closes at 5 this Saturday for floor work. The book drop stays open.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2007130766177206642"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "51"
      ],
      "favorite_count": "0",
      "id_str": "2007130766177206642",
      "truncated": false,
      "retweet_count": "3",
      "id": "2007130766177206642",
      "possibly_sensitive": false,
      "created_at": "Fri Jan 02 16:44:00 +0000 2026",
      "favorited": false,
      "full_text": "Yes, everyone is welcome at Pine Point on Saturday.",
      "lang": "en",
      "in_reply_to_status_id_str": "2006797067350966641",
      "in_reply_to_status_id": "2006797067350966641"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2006754788766646272"
          ],
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://x.example\" rel=\"nofollow\">X Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "96"
      ],
      "favorite_count": "11",
      "id_str": "2006754788766646272",
      "truncated": false,
      "retweet_count": "0",
      "id": "2006754788766646272",
      "possibly_sensitive": false,
      "created_at": "Thu Jan 01 15:50:00 +0000 2026",
      "favorited": false,
      "full_text": "Winter reading bingo sheets are at Lake Street. Five in a row wins a mug, a full sheet wins two.",
      "lang": "en"
    }
  }
]
