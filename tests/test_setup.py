"""The commands in bin/, as far as they can be told without installing anything."""

from bin.setup import environment


def test_a_file_like_env_is_read_without_its_comments_and_quotes():
    text = "# words\nNAME = 'value=1'\n\nOTHER=2\n"

    assert environment.parse(text) == {"NAME": "value=1", "OTHER": "2"}
