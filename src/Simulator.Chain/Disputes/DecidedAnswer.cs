using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

/// <summary>A log of <see cref="AnswerDecided"/> as clients read it from a full node.</summary>
/// <param name="Height">The block.</param>
/// <param name="Node">Who committed the answer.</param>
/// <param name="Answer">The committed answer.</param>
/// <param name="Status">How the question about it ended.</param>
public sealed record DecidedAnswer(ulong Height, Address Node, Hash32 Answer, AnswerStatus Status)
{
    private const int Words = 4;

    /// <summary>Logs in the order of the chain.</summary>
    public static byte[] Encode(IEnumerable<DecidedAnswer> decided) =>
        new AbiWriter().List([.. decided.Select(row => row.ToAbi())]).ToArray();

    /// <summary>Null for anything but what <see cref="Encode"/> gives.</summary>
    public static IReadOnlyList<DecidedAnswer>? TryRead(ReadOnlySpan<byte> data)
    {
        AbiReader reader = new(data);
        AbiReader list = reader.List(Words, out int count);
        List<DecidedAnswer> decided = new(count);
        for (int i = 0; i < count; i++)
        {
            decided.Add(new DecidedAnswer(
                (ulong)list.Number(64).Low, list.Address(), list.Word(), (AnswerStatus)(byte)list.Number(8).Low));
        }

        return reader.IsValid && list.IsValid ? decided : null;
    }

    private AbiWriter ToAbi() => new AbiWriter().Number(Height).Address(Node).Word(Answer).Number((ulong)Status);
}
