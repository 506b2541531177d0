using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

/// <summary>The answers committed from one place in their order on.</summary>
public sealed record AnswersSinceCall(Address Target, UInt256 From, UInt256 Most) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("answersSince(uint256,uint256)");

    public override Selector Selector => Function;

    public override ulong Gas => 0;

    internal static AnswersSinceCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Number(), arguments.Number());

    protected override void WriteArguments(AbiWriter writer) => writer.Number(From).Number(Most);
}

/// <summary>Where answers stand now.</summary>
public sealed record StatusesOfCall(Address Target, IReadOnlyList<Hash32> Answers) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("statusesOf(bytes32[])");

    public override Selector Selector => Function;

    public override ulong Gas => 0;

    internal static StatusesOfCall Read(Address target, ref AbiReader arguments) =>
        new(target, HashLists.Read(ref arguments));

    protected override void WriteArguments(AbiWriter writer) => HashLists.Write(writer, Answers);
}

/// <summary>The disputes that a juror has not ruled on.</summary>
public sealed record OpenDisputesCall(Address Target, Address Juror) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("openDisputes(address)");

    public override Selector Selector => Function;

    public override ulong Gas => 0;

    internal static OpenDisputesCall Read(Address target, ref AbiReader arguments) => new(target, arguments.Address());

    protected override void WriteArguments(AbiWriter writer) => writer.Address(Juror);
}

/// <summary>An answer as verifiers read it from the contract.</summary>
/// <param name="Node">Who committed it.</param>
/// <param name="Row">What was committed.</param>
/// <param name="Due">Unix seconds until which it can be reported on.</param>
public sealed record ListedAnswer(Address Node, AnswerRow Row, ulong Due)
{
    private const int Words = AnswerRow.Words + 2;

    /// <summary>What <c>answersSince</c> returns: the next place, and the answers before it.</summary>
    public static byte[] Encode(ulong next, IEnumerable<ListedAnswer> answers) =>
        new AbiWriter().Number(next).List([.. answers.Select(answer => answer.ToAbi())]).ToArray();

    /// <summary>Null for anything but what <c>answersSince</c> returns.</summary>
    public static (ulong Next, IReadOnlyList<ListedAnswer> Answers)? TryRead(ReadOnlySpan<byte> data)
    {
        AbiReader reader = new(data);
        ulong next = (ulong)reader.Number(64).Low;
        AbiReader list = reader.List(Words, out int count);
        List<ListedAnswer> answers = new(count);
        for (int i = 0; i < count; i++)
        {
            answers.Add(new ListedAnswer(list.Address(), AnswerRow.Read(ref list), (ulong)list.Number(64).Low));
        }

        return reader.IsValid && list.IsValid ? (next, answers) : null;
    }

    private AbiWriter ToAbi() => new AbiWriter()
        .Address(Node).Word(Row.Answer).Word(Row.Input).Word(Row.Output).Word(Row.Model).Number(Due);
}

/// <summary>A dispute as those who rule read it.</summary>
/// <param name="Row">What the node committed to.</param>
/// <param name="Claimed">What the challenger says.</param>
/// <param name="Question">The request bytes.</param>
public sealed record ListedDispute(AnswerRow Row, Hash32 Claimed, byte[] Question)
{
    public static byte[] Encode(IEnumerable<ListedDispute> disputes) =>
        new AbiWriter().ListOfDynamic([.. disputes.Select(dispute => dispute.ToAbi())]).ToArray();

    /// <summary>Null for anything but what <c>openDisputes</c> returns.</summary>
    public static IReadOnlyList<ListedDispute>? TryRead(ReadOnlySpan<byte> data)
    {
        AbiReader reader = new(data);
        AbiReader list = reader.List(1, out int count);
        List<ListedDispute> disputes = new(count);
        for (int i = 0; i < count; i++)
        {
            AbiReader item = list.Dynamic();
            disputes.Add(new ListedDispute(AnswerRow.Read(ref item), item.Word(), item.Bytes()));
            if (!item.IsValid)
            {
                return null;
            }
        }

        return reader.IsValid && list.IsValid ? disputes : null;
    }

    private AbiWriter ToAbi() => new AbiWriter()
        .Word(Row.Answer).Word(Row.Input).Word(Row.Output).Word(Row.Model).Word(Claimed).Bytes(Question);
}

/// <summary>What <c>statusesOf</c> returns.</summary>
public static class ListedStatuses
{
    public static byte[] Encode(IEnumerable<AnswerStatus> statuses) =>
        new AbiWriter().List([.. statuses.Select(status => new AbiWriter().Number((ulong)status))]).ToArray();

    /// <summary>Null for anything but what <c>statusesOf</c> returns.</summary>
    public static IReadOnlyList<AnswerStatus>? TryRead(ReadOnlySpan<byte> data)
    {
        AbiReader reader = new(data);
        AbiReader list = reader.List(1, out int count);
        List<AnswerStatus> statuses = new(count);
        for (int i = 0; i < count; i++)
        {
            statuses.Add((AnswerStatus)(byte)list.Number(8).Low);
        }

        return reader.IsValid && list.IsValid ? statuses : null;
    }
}
