using System.Numerics;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Verification;

/// <summary>Counts each slash once, and adds up what blocks burned beside what they say was slashed.</summary>
public sealed class SlashesBurnedOnce : Checker
{
    private const string InferenceChain = "inference";

    private readonly HashSet<(string Party, Hash32 Evidence)> slashed = [];
    private BigInteger bondsBurned;
    private BigInteger bondsSaid;
    private BigInteger stakeTaken;
    private BigInteger stakeSaid;
    private bool hasSlashes;

    public override string Name => "slashes.burned_once";

    public override string Rule => "A party is slashed once for one thing, and what is burned for it is burned once.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case BondTaken taken: OnBond(taken, fact.At); break;
            case ValidatorSlashed validator: OnStake(validator, fact.At); break;
            case TokenTransferred { Chain: InferenceChain } moved: OnMoved(moved); break;
            case BlockProduced { Chain: InferenceChain } block: OnBlock(block, fact.At); break;
            default: break;
        }
    }

    private void OnBond(BondTaken taken, SimTime at)
    {
        hasSlashes = true;
        bondsSaid += taken.Burned.BaseUnits;
        Judge(
            slashed.Add((taken.Party, taken.Answer)),
            at,
            $"{taken.Party} for {taken.Answer}",
            "was slashed twice");
    }

    // Validators' slashes are said after their block: their sums are compared at the end.
    private void OnStake(ValidatorSlashed validator, SimTime at)
    {
        stakeSaid += validator.Lost.BaseUnits;
        Judge(
            slashed.Add((validator.Validator, validator.Evidence)),
            at,
            $"{validator.Validator} for {validator.Evidence}",
            "was slashed twice");
    }

    private void OnMoved(TokenTransferred moved)
    {
        switch (moved.Cause)
        {
            case "bond_burn": bondsBurned += moved.Amount.BaseUnits; break;
            case "slash_burn" or "slash_reward": stakeTaken += moved.Amount.BaseUnits; break;
        }
    }

    private void OnBlock(BlockProduced block, SimTime at)
    {
        if (!hasSlashes && bondsBurned.IsZero)
        {
            return;
        }

        string subject = $"{block.Chain} block {block.Height}";
        Judge(
            bondsBurned == bondsSaid,
            at,
            subject,
            $"{bondsBurned} atto-OPG of bonds have been burned, and slashes say {bondsSaid}");
        (bondsBurned, bondsSaid, hasSlashes) = (0, 0, false);
    }

    public override void Complete()
    {
        if (!stakeSaid.IsZero || !stakeTaken.IsZero)
        {
            Judge(
                stakeSaid == stakeTaken,
                SimTime.Start,
                "stake",
                $"{stakeTaken} atto-OPG of stake were taken, and slashes say {stakeSaid}");
        }
    }
}
