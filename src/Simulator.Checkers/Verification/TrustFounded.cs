using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Verification;

/// <summary>Rebuilds from blocks how disputes ended, and compares what users say that they have read of it.</summary>
/// <remarks>Answers are forgotten when they can be disputed no more, rulings when full nodes show them to nobody any more.</remarks>
public sealed class TrustFounded : Checker
{
    private const string InferenceChain = "inference";
    private const long ShownBlocks = 2_100;

    private readonly SortedDictionary<Hash32, string> open = [];
    private readonly Queue<AnswerPosted> posted = new();
    private readonly SortedDictionary<Hash32, string> disputed = [];
    private readonly SortedDictionary<Hash32, Ruling> rulings = [];
    private readonly Queue<(long Height, Hash32 Answer)> ruled = new();

    public override string Name => "trust.founded";

    public override string Rule => "A ruling changes a user's trust only as it was made on chain, and once.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case AnswerPosted answer: OnPosted(answer); break;
            case AnswerDisputed dispute: OnDisputed(dispute); break;
            case AnswerRuled ruling: OnRuled(ruling); break;
            case BlockProduced { Chain: InferenceChain } block: OnBlock(block); break;
            case RulingRead read: OnRead(read, fact.At); break;
            default: break;
        }
    }

    private void OnPosted(AnswerPosted answer)
    {
        open[answer.Answer] = answer.Node;
        posted.Enqueue(answer);
    }

    private void OnDisputed(AnswerDisputed dispute)
    {
        if (open.Remove(dispute.Answer, out string? node))
        {
            disputed[dispute.Answer] = node;
        }
    }

    private void OnRuled(AnswerRuled ruling)
    {
        if (disputed.Remove(ruling.Answer, out string? node) && OutcomeOf(ruling) is { } outcome)
        {
            rulings[ruling.Answer] = new Ruling(node, outcome);
            ruled.Enqueue((ruling.Height, ruling.Answer));
        }
    }

    private void OnBlock(BlockProduced block)
    {
        while (posted.TryPeek(out AnswerPosted? oldest) && oldest.Due < block.UnixTime)
        {
            open.Remove(posted.Dequeue().Answer);
        }

        while (ruled.TryPeek(out (long Height, Hash32 Answer) first) && first.Height + ShownBlocks < block.Height)
        {
            rulings.Remove(ruled.Dequeue().Answer);
        }
    }

    private void OnRead(RulingRead read, SimTime at)
    {
        bool isFounded = rulings.TryGetValue(read.Answer, out Ruling? ruling)
            && ruling.Node == read.Node && ruling.Outcome == read.Outcome && ruling.Readers.Add(read.User);
        Judge(isFounded, at, read.User, $"took {read.Node} for {read.Outcome} of {read.Answer}, which no ruling says");
    }

    private static string? OutcomeOf(AnswerRuled ruling) => ruling.Outcome switch
    {
        "convicted" => RulingRead.Convicted,
        "verified" => RulingRead.Acquitted,
        _ => null,
    };

    private sealed record Ruling(string Node, string Outcome)
    {
        public HashSet<string> Readers { get; } = new(StringComparer.Ordinal);
    }
}
