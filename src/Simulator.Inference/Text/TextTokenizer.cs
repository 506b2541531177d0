using System.Text;

namespace Simulator.Inference.Text;

/// <summary>Text as token numbers and back: longest match from the left over UTF-8 bytes.</summary>
/// <remarks>
/// Tokens 0 to 255 are single bytes, so that every text has tokens; a piece of the vocabulary is several bytes at once.
/// Described in the card of every text model. Immutable and thread-safe.
/// </remarks>
public sealed class TextTokenizer
{
    private const int Bytes = 256;

    private readonly byte[][] pieces;
    private readonly int firstPiece;
    private readonly Dictionary<string, int> tokenOf = new(StringComparer.Ordinal);
    private readonly int longest;

    /// <param name="pieces">Texts of the tokens from <paramref name="firstPiece"/> on.</param>
    /// <param name="firstPiece">At least 256; what lies between stands for no text.</param>
    public TextTokenizer(IReadOnlyList<string> pieces, int firstPiece)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstPiece, Bytes);
        this.firstPiece = firstPiece;
        this.pieces = [.. pieces.Select(Encoding.UTF8.GetBytes)];
        for (int i = 0; i < this.pieces.Length; i++)
        {
            tokenOf.TryAdd(Encoding.Latin1.GetString(this.pieces[i]), firstPiece + i);
            longest = Math.Max(longest, this.pieces[i].Length);
        }
    }

    /// <summary>How many numbers there are, those that stand for no text included.</summary>
    public int Count => firstPiece + pieces.Length;

    public int[] Encode(string text)
    {
        // One character per byte, so that a piece can be looked up as a text.
        string data = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
        List<int> tokens = [];
        for (int at = 0; at < data.Length;)
        {
            (int token, int length) = Next(data, at);
            tokens.Add(token);
            at += length;
        }

        return [.. tokens];
    }

    /// <summary>The text of tokens; bytes that are no UTF-8 become U+FFFD, numbers without text nothing.</summary>
    public string Decode(IEnumerable<int> tokens) =>
        Encoding.UTF8.GetString([.. tokens.SelectMany(BytesOf)]);

    private byte[] BytesOf(int token) =>
        token is >= 0 and < Bytes ? [(byte)token]
        : token >= firstPiece && token < Count ? pieces[token - firstPiece]
        : [];

    private (int Token, int Length) Next(string data, int at)
    {
        for (int length = Math.Min(longest, data.Length - at); length > 0; length--)
        {
            if (tokenOf.TryGetValue(data.Substring(at, length), out int token))
            {
                return (token, length);
            }
        }

        return (data[at], 1);
    }
}
