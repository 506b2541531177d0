namespace Simulator.Chain.Consensus;

/// <summary>Whose turn it is: CometBFT's weighted round robin for a set that does not change.</summary>
/// <remarks>
/// At every turn each validator's priority grows by its power, the highest (ties: the lower address) proposes and loses
/// the total. Height <c>h</c>, round <c>r</c> is turn <c>h + r</c>, so a failed round does not move the next height's
/// turn. CometBFT's rescaling and centring change nothing here: priorities start at zero, keep the sum zero, and never
/// differ by more than twice the total.
/// </remarks>
public sealed class ProposerRotation
{
    private readonly ValidatorSet validators;
    private readonly long[] atHeight;
    private readonly long[] atRound;
    private long height;
    private int round;
    private int proposer = -1;

    public ProposerRotation(ValidatorSet validators)
    {
        this.validators = validators;
        atHeight = new long[validators.Count];
        atRound = new long[validators.Count];
    }

    /// <summary>Index of the proposer. Cheap while heights, and rounds within one, do not fall.</summary>
    /// <param name="atHeightNumber">Counted from 1.</param>
    /// <param name="atRoundNumber">Counted from 0.</param>
    public int ProposerOf(long atHeightNumber, int atRoundNumber)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atHeightNumber, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(atRoundNumber);
        if (atHeightNumber != height)
        {
            MoveTo(atHeightNumber);
        }

        if (atRoundNumber < round)
        {
            RestartRounds();
        }

        while (round < atRoundNumber || proposer < 0)
        {
            round += proposer < 0 ? 0 : 1;
            proposer = Turn(atRound);
        }

        return proposer;
    }

    private void MoveTo(long next)
    {
        if (next < height)
        {
            Array.Clear(atHeight);
            height = 0;
        }

        // Priorities before a height's first turn: one turn fewer than the height has taken.
        for (long turn = Math.Max(height, 1); turn < next; turn++)
        {
            Turn(atHeight);
        }

        height = next;
        RestartRounds();
    }

    private void RestartRounds()
    {
        atHeight.CopyTo(atRound, 0);
        round = 0;
        proposer = -1;
    }

    private int Turn(long[] priorities)
    {
        int best = -1;
        for (int i = 0; i < priorities.Length; i++)
        {
            priorities[i] += validators[i].Power;
            if (best < 0 || priorities[i] > priorities[best]
                || (priorities[i] == priorities[best] && validators[i].Address.CompareTo(validators[best].Address) < 0))
            {
                best = i;
            }
        }

        priorities[best] -= validators.TotalPower;
        return best;
    }
}
