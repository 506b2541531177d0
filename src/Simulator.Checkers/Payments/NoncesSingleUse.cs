using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Payments;

/// <summary>Counts the uses of every authorisation in the blocks that stand.</summary>
/// <remarks>
/// A use in a block that was taken back does not count. Memory is bounded by the deadlines that are open.
/// </remarks>
public sealed class NoncesSingleUse : Checker
{
    private readonly OpenAuthorisations<Uses> authorisations = new();
    private readonly RecentBlocks<AuthorisationUsed> recent = new();

    public override string Name => "nonces.single_use";

    public override string Rule =>
        "No authorisation, named by payer and nonce, is used twice in the blocks of a chain that stand.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case PaymentAuthorised signed when authorisations.Find(signed.Payer, signed.Nonce) is null:
                authorisations.Add(signed.Payer, signed.Nonce, signed.Deadline, new Uses());
                break;
            case AuthorisationUsed used:
                OnUsed(used, fact.At);
                break;
            case BlockReverted reverted:
                foreach (AuthorisationUsed used in recent.TakeBack(reverted.Chain, reverted.Height))
                {
                    authorisations.Find(used.Payer, used.Nonce)?.Standing.Remove((used.Chain, used.Transaction));
                }

                break;
            case BlockProduced block:
                recent.Bury(block.Chain, block.Height);
                authorisations.Observe(block);
                break;
        }
    }

    private void OnUsed(AuthorisationUsed used, SimTime at)
    {
        Uses? uses = authorisations.Find(used.Payer, used.Nonce);
        if (uses is null)
        {
            authorisations.AddUnsigned(used.Payer, used.Nonce, uses = new Uses());
        }

        bool first = uses.Standing.TrueForAll(use => use.Chain != used.Chain);
        Judge(first, at, $"authorisation {used.Payer}/{used.Nonce}", $"used a second time, in {used.Transaction}");
        uses.Standing.Add((used.Chain, used.Transaction));
        recent.Add(used.Chain, used.Height, used);
    }

    private sealed class Uses
    {
        public List<(string Chain, Hash32 Transaction)> Standing { get; } = [];
    }
}
