using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Consensus;

/// <summary>The validators of a chain in CometBFT's order: power descending, then address ascending.</summary>
/// <remarks>Votes name validators by their index in this order.</remarks>
public sealed class ValidatorSet
{
    private static readonly Ratio TwoThirds = new(2, 3);

    private readonly Validator[] validators;
    private readonly Ratio quorum;

    /// <param name="members">At least one; powers ≥ 1, their sum at most 2⁶⁰.</param>
    public ValidatorSet(IEnumerable<Validator> members)
        : this(members, TwoThirds)
    {
    }

    /// <summary>For planting a bug: a decision takes more than another share than two thirds.</summary>
    public ValidatorSet(IEnumerable<Validator> members, Ratio quorum)
    {
        this.quorum = quorum;
        validators = [.. members.OrderByDescending(member => member.Power).ThenBy(member => member.Address)];
        Invariant.That(validators.Length > 0);
        foreach (Validator validator in validators)
        {
            Invariant.That(validator.Power >= 1);
            TotalPower += validator.Power;
        }

        Invariant.That(TotalPower <= 1L << 60);
    }

    public int Count => validators.Length;

    public IReadOnlyList<Validator> Members => validators;

    public long TotalPower { get; }

    public Validator this[int index] => validators[index];

    public bool Contains(int index) => (uint)index < (uint)validators.Length;

    /// <summary>More than two thirds: a decision.</summary>
    public bool IsQuorum(long power) => power * quorum.Denominator > TotalPower * quorum.Numerator;

    /// <summary>More than one third: at least one correct validator, if fewer than a third are faulty.</summary>
    public bool IsMoreThanAThird(long power) => power * 3 > TotalPower;

    /// <returns>−1 for a name that does not vote.</returns>
    public int IndexOf(string name) => Array.FindIndex(validators, validator => validator.Name == name);

    /// <returns>−1 for a key that does not vote.</returns>
    public int IndexOf(Address address) => Array.FindIndex(validators, validator => validator.Address == address);
}
