using System.Buffers.Binary;
using System.Text;
using Simulator.Primitives;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>Makes the inputs of one parser: noise, and mutations of valid samples.</summary>
/// <remarks>Input number n depends on seed, parser name and n alone, so that any input can be made again.</remarks>
internal sealed class InputMaker(ulong seed, FuzzedParser parser)
{
    private const int NoiseOneIn = 12;
    private const int ChangesMax = 5;
    private const int GentleChangesMax = 2;
    private const int PieceLengthMax = 64;
    private const int LongPieceOneIn = 8;
    private const int LongPieceLength = 256;

    private readonly ulong key = StableHash.Mix(StableHash.Mix(seed), StableHash.OfText(parser.Name));
    private readonly InputBuffer buffer = new();

    public byte[] Make(ulong number)
    {
        InputDraws draws = new(key, number);
        if (draws.Below(NoiseOneIn) == 0)
        {
            return Noise(ref draws);
        }

        buffer.Set(parser.Samples[draws.Below(parser.Samples.Count)]);
        bool isGentle = draws.Below(2) == 0;
        int changes = 1 + draws.Below(isGentle ? GentleChangesMax : ChangesMax);
        for (int i = 0; i < changes; i++)
        {
            if (isGentle)
            {
                ChangeGently(ref draws);
            }
            else
            {
                Change(ref draws);
            }
        }

        return buffer.ToArray();
    }

    private static byte[] Noise(ref InputDraws draws)
    {
        bool isText = draws.Below(2) == 0;
        byte[] noise = new byte[draws.Below(draws.Below(4) == 0 ? 600 : 80)];
        for (int i = 0; i < noise.Length; i++)
        {
            noise[i] = (byte)(isText ? ' ' + draws.Below(95) : draws.Below(256));
        }

        return noise;
    }

    private void Change(ref InputDraws draws)
    {
        int at = draws.Below(buffer.Length + 1);
        int rest = buffer.Length - at;
        switch (draws.Below(12))
        {
            case 0 or 1 when rest > 0:
                buffer[at] ^= (byte)(1 << draws.Below(8));
                break;
            case 2 or 3 when rest > 0:
                buffer[at] = (byte)draws.Below(256);
                break;
            case 4:
                buffer.Remove(at, rest);
                break;
            case 5:
                buffer.Remove(at, Math.Min(rest, 1 + draws.Below(PieceLengthMax)));
                break;
            case 6:
                buffer.Insert(draws.Below(buffer.Length + 1), Piece(at, ref draws));
                break;
            case 7:
                Splice(at, ref draws);
                break;
            case 8:
                Overwrite(at, ref draws);
                break;
            case 9:
                ReplaceNumber(at, ref draws);
                break;
            default:
                buffer.Insert(at, HostilePiece(ref draws));
                break;
        }
    }

    // Leaves the form of a text whole, so that what lies behind the first check is met as well.
    private void ChangeGently(ref InputDraws draws)
    {
        int at = draws.Below(buffer.Length + 1);
        switch (draws.Below(5))
        {
            case 0 when at < buffer.Length:
                buffer[at] = buffer[at] < 0x80 ? (byte)(' ' + draws.Below(95)) : (byte)draws.Below(256);
                break;
            case 1 when at < buffer.Length:
                buffer[at] ^= (byte)(1 << draws.Below(5));
                break;
            case 2:
                ReplaceNumber(at, ref draws);
                break;
            case 3:
                Overwrite(at, ref draws);
                break;
            default:
                ReplaceValue(at, ref draws);
                break;
        }
    }

    // A member's value, up to the next comma or bracket, becomes another JSON value.
    private void ReplaceValue(int at, ref InputDraws draws)
    {
        int colon = buffer.Span[at..].IndexOf((byte)':');
        if (colon < 0)
        {
            return;
        }

        int start = at + colon + 1;
        int length = buffer.Span[start..].IndexOfAny(",}]"u8);
        buffer.Remove(start, Math.Max(length, 0));
        buffer.Insert(start, HostilePieces.Values[draws.Below(HostilePieces.Values.Length)]);
    }

    private byte[] Piece(int at, ref InputDraws draws) =>
        buffer.Span.Slice(at, Math.Min(buffer.Length - at, 1 + draws.Below(PieceLengthMax))).ToArray();

    // Long pieces cost parsers the same every time; fewer of them leave time for more of the rest.
    private static byte[] HostilePiece(ref InputDraws draws)
    {
        byte[] piece = HostilePieces.All[draws.Below(HostilePieces.All.Length)];
        return piece.Length < LongPieceLength || draws.Below(LongPieceOneIn) == 0
            ? piece
            : piece[..draws.Below(LongPieceLength)];
    }

    private void Splice(int at, ref InputDraws draws)
    {
        byte[] other = parser.Samples[draws.Below(parser.Samples.Count)];
        int from = draws.Below(other.Length + 1);
        buffer.Remove(at, buffer.Length - at);
        buffer.Insert(at, other.AsSpan(from));
    }

    // Lengths, offsets and counters are what these bytes often are.
    private void Overwrite(int at, ref InputDraws draws)
    {
        Span<byte> word = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(word, draws.Below(3) switch
        {
            0 => ulong.MaxValue,
            1 => 1UL << draws.Below(64),
            _ => draws.Next(),
        });
        int length = Math.Min(buffer.Length - at, 1 << draws.Below(4));
        buffer.Remove(at, length);
        buffer.Insert(at, word[..length]);
    }

    private void ReplaceNumber(int at, ref InputDraws draws)
    {
        int start = at;
        while (start < buffer.Length && !char.IsAsciiDigit((char)buffer[start]))
        {
            start++;
        }

        int end = start;
        while (end < buffer.Length && char.IsAsciiDigit((char)buffer[end]))
        {
            end++;
        }

        buffer.Remove(start, end - start);
        int digits = 1 + draws.Below(draws.Below(8) == 0 ? 100 : 22);
        StringBuilder number = new(digits);
        for (int i = 0; i < digits; i++)
        {
            number.Append((char)('0' + draws.Below(10)));
        }

        buffer.Insert(start, Encoding.ASCII.GetBytes(number.ToString()));
    }
}
