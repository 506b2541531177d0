using FsCheck;
using FsCheck.Fluent;
using Simulator.Inference.Tests.Models;
using Simulator.Inference.Text;

namespace Simulator.Inference.Tests.Text;

/// <summary>Longest match from the left; every text has tokens, and its tokens are its text again.</summary>
public sealed class TextTokenizerTests
{
    private static readonly TextTokenizer Small = new(["ab", "abc", " b"], 258);

    [Theory]
    [InlineData("", new int[0])]
    [InlineData("abc", new[] { 259 })]
    [InlineData("abab", new[] { 258, 258 })]
    [InlineData("abx b", new[] { 258, 'x', 260 })]
    [InlineData("ä", new[] { 0xc3, 0xa4 })]
    public void The_longest_piece_wins_and_what_begins_none_stands_for_itself(string text, int[] tokens) =>
        Assert.Equal(tokens, Small.Encode(text));

    [Theory]
    [InlineData("")]
    [InlineData("How volatile is Bitcoin this week?")]
    [InlineData("ab abc äöü 🎲 \0 \n")]
    public void Tokens_are_their_text_again(string text)
    {
        TextTokenizer shipped = ShippedModel.Of("chat@1.0").Text!.Tokenizer;

        Assert.Equal(text, Small.Decode(Small.Encode(text)));
        Assert.Equal(text, shipped.Decode(shipped.Encode(text)));
    }

    [Fact]
    public void Numbers_without_text_decode_to_nothing() => Assert.Equal("a", Small.Decode([256, 257, 'a', 1_000, -1]));

    [Fact]
    public void A_text_has_no_more_tokens_than_bytes() => Prop.ForAll<NonNull<string>>(text =>
        Small.Encode(text.Get).Length <= System.Text.Encoding.UTF8.GetByteCount(text.Get)).QuickCheckThrowOnFailure();
}
