using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting.Tests;

/// <summary>After a reorganisation every table and figure says what stands, to the last digit, and what was taken back.</summary>
public sealed class ReorganisationTests
{
    private const long Fork = 98;
    private const long Head = 100;

    private static readonly string[] Tables = ["blocks", "transactions", "authorisation_uses", "transfers", "postings"];

    [Fact]
    public void A_branch_that_does_the_same_again_leaves_the_same_tables()
    {
        using TemporaryFolder folder = new();
        using BundleReader straight = Written(folder.At("straight"), SyntheticRun.Facts());
        using BundleReader forked = Written(folder.At("forked"), Forked(again: true));

        Assert.All(Tables, table => Assert.Equal(Lines(straight, table), Lines(forked, table)));
        Assert.Equal(
            [Head, Head - 1, Head - 2], forked.Rows("reverted_blocks").Select(row => (long)row["height"]!));
    }

    [Fact]
    public void A_branch_that_does_the_same_again_leaves_the_same_figures()
    {
        Measures straight = Measured(SyntheticRun.Facts());
        Measures forked = Measured(Forked(again: true));

        Assert.Equal(straight.Flows, forked.Flows);
        Assert.Equal(straight.Supply, forked.Supply);
        Assert.All(
            new[] { "blocks", "transactions", "transactions.reverted", "fees.paid", "settled", "settlements.succeeded" },
            metric => Assert.Equal(Value(straight, metric), Value(forked, metric)));
        Assert.Equal((0, 3), (Value(straight, "blocks.reverted"), Value(forked, "blocks.reverted")));
    }

    [Fact]
    public void A_settlement_taken_back_after_its_report_is_reverted_and_stands_again_with_another_block()
    {
        Measures forked = Measured(Forked(again: true));

        Assert.Equal(ReportedBeforeTheFork().Length, Value(forked, "settlements.reverted"));
        Assert.Equal(0, Value(forked, "settlements.lost"));
        Assert.NotEmpty(ReportedBeforeTheFork());
    }

    [Fact]
    public void A_settlement_that_no_other_block_holds_is_lost_and_moved_nothing()
    {
        Measures straight = Measured(SyntheticRun.Facts());
        Measures forked = Measured(Forked(again: false));
        AuthorisationUsed[] gone = [.. OfTheFork<AuthorisationUsed>(said => said.Height)];

        Assert.Equal(gone.Length, Value(forked, "settlements.lost"));
        Assert.Equal(
            Value(straight, "settled") - gone.Sum(used => used.Amount.ToDouble()), Value(forked, "settled"), 12);
        Assert.Equal(
            straight.Flows.Where(flow => flow.Cause == "settlement").Sum(flow => flow.Transfers) - gone.Length,
            forked.Flows.Where(flow => flow.Cause == "settlement").Sum(flow => flow.Transfers));
    }

    [Fact]
    public void Reverted_settlements_are_rows_with_their_transaction()
    {
        using TemporaryFolder folder = new();
        using BundleReader forked = Written(folder.At("forked"), Forked(again: true));

        Assert.Equal(
            ReportedBeforeTheFork().Select(said => (said.Session, said.Transaction.ToString())).Order(),
            forked.Rows("reverted_settlements")
                .Select(row => ((string)row["session"]!, (string?)row["transaction_hash"])).Order());
    }

    private static SettlementFinished[] ReportedBeforeTheFork()
    {
        SimTime fork = At(Head);
        HashSet<object> used = [.. OfTheFork<AuthorisationUsed>(said => said.Height).Select(said => (object)said.Transaction)];
        return
        [
            .. SyntheticRun.Facts().Where(fact => fact.At <= fork).Select(fact => fact.What).OfType<SettlementFinished>()
                .Where(said => said is { Refusal: null, Transaction: { } hash } && used.Contains(hash)),
        ];
    }

    private static IEnumerable<T> OfTheFork<T>(Func<T, long> heightOf)
        where T : Observation =>
        SyntheticRun.Facts().Select(fact => fact.What).OfType<T>().Where(said => heightOf(said) is >= Fork and <= Head);

    // Right after block 100 the newest three blocks are taken back, and said again or replaced by empty ones.
    private static List<ObservedFact> Forked(bool again)
    {
        IReadOnlyList<ObservedFact> facts = SyntheticRun.Facts();
        int fork = facts.ToList().FindIndex(fact => fact.What is BlockProduced { Height: Head });
        SimTime now = At(Head);
        IEnumerable<BlockProduced> blocks = OfTheFork<BlockProduced>(block => block.Height);
        IEnumerable<Observation> reverts = blocks.Reverse().Select(
            block => new BlockReverted(block.Chain, block.Height, block.Hash, block.TotalSupply));
        IEnumerable<Observation> branch = facts.Take(fork + 1).Select(fact => fact.What)
            .Where(said => HeightOf(said) is >= Fork and <= Head && (again || said is BlockProduced));
        return
        [
            .. facts.Take(fork + 1),
            .. reverts.Concat(branch).Select(said => new ObservedFact(now, "chain", said)),
            .. facts.Skip(fork + 1),
        ];
    }

    private static long? HeightOf(Observation said) => said switch
    {
        TransactionExecuted executed => executed.Height,
        TokenTransferred transfer => transfer.Height,
        AuthorisationUsed used => used.Height,
        LedgerPosted posting => posting.Height,
        BlockProduced block => block.Height,
        _ => null,
    };

    private static SimTime At(long height) =>
        SyntheticRun.Facts().Single(fact => fact.What is BlockProduced block && block.Height == height).At;

    private static BundleReader Written(string path, IEnumerable<ObservedFact> facts)
    {
        using (BundleWriter writer = new(path, SyntheticRun.Description(), new BundleOptions { Pictures = false }))
        {
            foreach (ObservedFact fact in facts)
            {
                writer.Observe(fact);
            }

            writer.Complete(SyntheticRun.Result());
        }

        return new BundleReader(path);
    }

    // The blocks of the branch are said later than those they replace.
    private static IEnumerable<string> Lines(BundleReader bundle, string table) => bundle.Rows(table).Select(
        row => string.Join('|', row.Where(cell => cell.Key != "at_ns").Select(cell => $"{cell.Key}={cell.Value}")));

    private static Measures Measured(IEnumerable<ObservedFact> facts)
    {
        Measures measures = new(SyntheticRun.Duration);
        foreach (ObservedFact fact in facts)
        {
            measures.Observe(fact);
        }

        measures.Complete();
        return measures;
    }

    private static double Value(Measures measures, string metric) =>
        measures.Evaluate(metric, Aggregate.Value).Estimate!.Value;
}
