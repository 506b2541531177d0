namespace Simulator.Chain.Consensus;

/// <summary>The rounds of one height; memory is bounded whatever faulty validators send.</summary>
/// <remarks>
/// Rounds up to the one after the current are open to all. As in CometBFT's HeightVoteSet, each validator may open at
/// most two later ones; further votes of it are not taken until the validator gets there.
/// </remarks>
internal sealed class HeightVotes(ValidatorSet validators)
{
    private const int CatchUpRounds = 2;
    private const int KeptSpares = 2;

    private readonly SortedDictionary<int, RoundVotes> rounds = [];
    private readonly Stack<RoundVotes> spare = [];
    private readonly int[] opened = new int[validators.Count];

    public IEnumerable<KeyValuePair<int, RoundVotes>> Rounds => rounds;

    /// <summary>The round, opened if need be.</summary>
    public RoundVotes this[int round]
    {
        get
        {
            if (!rounds.TryGetValue(round, out RoundVotes? votes))
            {
                votes = spare.TryPop(out RoundVotes? used) ? used : new RoundVotes(validators);
                rounds.Add(round, votes);
            }

            return votes;
        }
    }

    /// <summary>The round if anything is known of it.</summary>
    public RoundVotes? Find(int round) => rounds.GetValueOrDefault(round);

    /// <summary>The round a validator spoke in; null when it has opened too many.</summary>
    public RoundVotes? Admit(int round, int validator, int current)
    {
        if (rounds.TryGetValue(round, out RoundVotes? known))
        {
            return known;
        }

        if (round > current + 1 && ++opened[validator] > CatchUpRounds)
        {
            return null;
        }

        return this[round];
    }

    public void Clear()
    {
        foreach (RoundVotes votes in rounds.Values)
        {
            votes.Clear();
            if (spare.Count < KeptSpares)
            {
                spare.Push(votes);
            }
        }

        rounds.Clear();
        Array.Clear(opened);
    }
}
