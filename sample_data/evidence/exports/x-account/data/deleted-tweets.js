window.YTD.deleted_tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2105675145933750272"
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
        "65"
      ],
      "favorite_count": "14",
      "id_str": "2105675145933750272",
      "truncated": false,
      "retweet_count": "1",
      "id": "2105675145933750272",
      "possibly_sensitive": false,
      "created_at": "Thu Oct 01 15:04:11 +0000 2026",
      "favorited": false,
      "full_text": "Bookmobile stops for Thursday: Cedar Bay at 10, fairgrounds at 2.",
      "lang": "en",
      "deleted_at": "2026-10-01T15:09:11.000Z"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "2106119947678646272"
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
      "id_str": "2106119947678646272",
      "truncated": false,
      "retweet_count": "3",
      "id": "2106119947678646272",
      "possibly_sensitive": false,
      "created_at": "Fri Oct 02 20:31:40 +0000 2026",
      "favorited": false,
      "full_text": "Reading room closes at 4 today. Correction follows.",
      "lang": "en",
      "deleted_at": "2026-10-02T20:36:40.000Z"
    }
  }
]
