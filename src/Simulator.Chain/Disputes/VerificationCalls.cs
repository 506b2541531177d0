using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

/// <summary>Bonds the caller's token; the contract needs an allowance.</summary>
public sealed record BondCall(Address Target, UInt256 Amount) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("bond(uint256)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Stake;

    internal static BondCall Read(Address target, ref AbiReader arguments) => new(target, arguments.Number());

    protected override void WriteArguments(AbiWriter writer) => writer.Number(Amount);
}

/// <summary>Asks for the whole bond back; it is paid after the unbonding time, as far as it is still there.</summary>
public sealed record RequestUnbondCall(Address Target) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("requestUnbond()");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.Stake;

    internal static RequestUnbondCall Read(Address target, ref AbiReader arguments) => new(target);

    protected override void WriteArguments(AbiWriter writer)
    {
    }
}

/// <summary>A node commits to answers; each may be challenged from then on.</summary>
public sealed record CommitAnswersCall(Address Target, IReadOnlyList<AnswerRow> Rows) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("commitAnswers((bytes32,bytes32,bytes32,bytes32)[])");

    public override Selector Selector => Function;

    public override ulong Gas => (ulong)Rows.Count * GasTable.CommitAnswer;

    internal static CommitAnswersCall Read(Address target, ref AbiReader arguments)
    {
        AbiReader list = arguments.List(AnswerRow.Words, out int count);
        List<AnswerRow> rows = new(count);
        for (int i = 0; i < count; i++)
        {
            rows.Add(AnswerRow.Read(ref list));
        }

        return new(target, rows);
    }

    protected override void WriteArguments(AbiWriter writer) => writer.List([.. Rows.Select(row => row.ToAbi())]);
}

/// <summary>A verifier says which outputs its own execution gave, equal to the committed ones.</summary>
public sealed record ReportChecksCall(Address Target, IReadOnlyList<(Hash32 Answer, Hash32 Output)> Rows)
    : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("reportChecks((bytes32,bytes32)[])");

    public override Selector Selector => Function;

    public override ulong Gas => (ulong)Rows.Count * GasTable.ReportCheck;

    internal static ReportChecksCall Read(Address target, ref AbiReader arguments)
    {
        AbiReader list = arguments.List(2, out int count);
        List<(Hash32 Answer, Hash32 Output)> rows = new(count);
        for (int i = 0; i < count; i++)
        {
            rows.Add((list.Word(), list.Word()));
        }

        return new(target, rows);
    }

    protected override void WriteArguments(AbiWriter writer) =>
        writer.List([.. Rows.Select(row => new AbiWriter().Word(row.Answer).Word(row.Output))]);
}

/// <summary>A verifier says that answers are wrong; its bond answers for it.</summary>
public sealed record ChallengeAnswersCall(Address Target, IReadOnlyList<AnswerChallenge> Rows) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("challengeAnswers((bytes32,bytes32,bytes)[])");

    public override Selector Selector => Function;

    public override ulong Gas => (ulong)Rows.Count * GasTable.ChallengeAnswer;

    internal static ChallengeAnswersCall? Read(Address target, ref AbiReader arguments)
    {
        AbiReader list = arguments.List(1, out int count);
        List<AnswerChallenge> rows = new(count);
        for (int i = 0; i < count; i++)
        {
            AbiReader row = list.Dynamic();
            rows.Add(new AnswerChallenge(row.Word(), row.Word(), row.Bytes()));
            if (!row.IsValid)
            {
                return null;
            }
        }

        return list.IsValid ? new(target, rows) : null;
    }

    protected override void WriteArguments(AbiWriter writer) => writer.ListOfDynamic(
        [.. Rows.Select(row => new AbiWriter().Word(row.Answer).Word(row.Output).Bytes(row.Question))]);
}

/// <summary>A full node's operator says what its own execution gave in disputes.</summary>
public sealed record RuleOnAnswersCall(Address Target, IReadOnlyList<AnswerRuling> Rows) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("ruleOnAnswers((bytes32,bool)[])");

    public override Selector Selector => Function;

    public override ulong Gas => (ulong)Rows.Count * GasTable.RuleOnAnswer;

    internal static RuleOnAnswersCall? Read(Address target, ref AbiReader arguments)
    {
        AbiReader list = arguments.List(2, out int count);
        List<AnswerRuling> rows = new(count);
        for (int i = 0; i < count; i++)
        {
            rows.Add(new AnswerRuling(list.Word(), list.Boolean()));
        }

        return list.IsValid ? new(target, rows) : null;
    }

    protected override void WriteArguments(AbiWriter writer) =>
        writer.List([.. Rows.Select(row => new AbiWriter().Word(row.Answer).Boolean(row.Upheld))]);
}

/// <summary>Whoever committed answers that are wrong on purpose says so: their names are hashes of these salts.</summary>
public sealed record RevealTestsCall(Address Target, IReadOnlyList<Hash32> Salts) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("revealTests(bytes32[])");

    public override Selector Selector => Function;

    public override ulong Gas => (ulong)Salts.Count * GasTable.RevealTest;

    internal static RevealTestsCall Read(Address target, ref AbiReader arguments) =>
        new(target, HashLists.Read(ref arguments));

    protected override void WriteArguments(AbiWriter writer) => HashLists.Write(writer, Salts);
}

/// <summary>Reverts unless every one of the answers stands verified; changes nothing.</summary>
public sealed record RequireVerifiedCall(Address Target, IReadOnlyList<Hash32> Answers) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("requireVerified(bytes32[])");

    public override Selector Selector => Function;

    public override ulong Gas => 0;

    internal static RequireVerifiedCall Read(Address target, ref AbiReader arguments) =>
        new(target, HashLists.Read(ref arguments));

    protected override void WriteArguments(AbiWriter writer) => HashLists.Write(writer, Answers);
}

/// <summary>A <c>bytes32[]</c>.</summary>
internal static class HashLists
{
    public static IReadOnlyList<Hash32> Read(ref AbiReader arguments)
    {
        AbiReader list = arguments.List(1, out int count);
        List<Hash32> hashes = new(count);
        for (int i = 0; i < count; i++)
        {
            hashes.Add(list.Word());
        }

        return hashes;
    }

    public static void Write(AbiWriter writer, IReadOnlyList<Hash32> hashes) =>
        writer.List([.. hashes.Select(hash => new AbiWriter().Word(hash))]);
}
