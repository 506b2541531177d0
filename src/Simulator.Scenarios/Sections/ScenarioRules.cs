using System.Numerics;
using Simulator.Actors.Network;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary>Conditions between sections: what each of them allows, but no run could be made of together.</summary>
/// <remarks>
/// A hopeless experiment is not a mistake: users who cannot pay, or answers nobody waits for, may be simulated.
/// </remarks>
internal static class ScenarioRules
{
    // One identity is kept back: that of a stranger, whose key signs for nobody.
    private const int MostNodes = BootIdentity.NodeLimit - 1;

    public static void Check(
        SectionValues values,
        ChainsSettings chains,
        PaymentSettings payment,
        IReadOnlyList<UserGroup> users,
        IReadOnlyList<NodeGroup> nodes)
    {
        RequireChainToAskOn(values, chains, users);
        RequireTensorsOnChain(values, users);
        RequireAffordablePrices(values, payment, nodes);
        RequireOpenBillsForTokens(values, payment, nodes);
        RequireCountableSupply(values, users);
        RequireNodeIdentities(values, nodes);
    }

    private static void RequireChainToAskOn(
        SectionValues values, ChainsSettings chains, IReadOnlyList<UserGroup> users)
    {
        foreach (UserGroup group in users.Where(group => group.Asks.Path == AskPath.Chain && chains.Inference is null))
        {
            values.RefuseAt(
                values.WrittenAt("users", group.Name, "asks", "path"),
                $"{group.Name} ask on the chain, and there is none",
                "a section chains.inference",
                "add 'chains: { inference: {} }', or remove 'path: chain'");
        }
    }

    private static void RequireTensorsOnChain(SectionValues values, IReadOnlyList<UserGroup> users)
    {
        foreach (UserGroup group in users.Where(
            group => group.Asks.Path == AskPath.Chain && values.Vocabulary.TextModels.Contains(group.Asks.Model)))
        {
            values.RefuseAt(
                values.WrittenAt("users", group.Name, "asks", "path"),
                $"{group.Name} ask the text model {group.Asks.Model} on the chain",
                "the x402 path for language models; models of tensors take both",
                "remove 'path: chain', or ask a model such as volatility@1.2");
        }
    }

    // A price above the maximum could never be charged: every answer would be free.
    private static void RequireAffordablePrices(
        SectionValues values, PaymentSettings payment, IReadOnlyList<NodeGroup> nodes)
    {
        if (payment.Mode != PaymentMode.Upto)
        {
            return;
        }

        foreach (NodeGroup group in nodes.Where(group => group.Price > payment.Max))
        {
            values.RefuseAt(
                values.WrittenAt("nodes", group.Name, "price") ?? values.WrittenAt("payment", "max"),
                $"the price of {group.Price} at {group.Name} is above payment.max, so that it could never be charged",
                $"a price of at most {payment.Max}, which one authorisation allows",
                $"lower the price, or raise payment.max to {group.Price} or more");
        }
    }

    // What an exact payment moves is fixed before the answer has any length.
    private static void RequireOpenBillsForTokens(
        SectionValues values, PaymentSettings payment, IReadOnlyList<NodeGroup> nodes)
    {
        foreach (NodeGroup group in nodes.Where(group => payment.Mode == PaymentMode.Exact && !group.PricePerToken.IsZero))
        {
            values.RefuseAt(
                values.WrittenAt("nodes", group.Name, "price_per_token"),
                $"{group.Name} ask a price per token, and an exact payment is fixed before the answer",
                "a mode of payment that bills what was used, such as upto",
                "write 'payment: { mode: upto }', or remove 'price_per_token'");
        }
    }

    private static void RequireCountableSupply(SectionValues values, IReadOnlyList<UserGroup> users)
    {
        BigInteger supply = BigInteger.Zero;
        foreach (UserGroup group in users)
        {
            supply += (BigInteger)group.Balance.BaseUnits * group.Count;
            if (supply > UInt128.MaxValue)
            {
                values.RefuseAt(
                    values.WrittenAt("users", group.Name, "balance"),
                    $"with the balances of {group.Name} the users hold more OPG than can be counted",
                    $"at most {new OpgAmount(UInt128.MaxValue)} in all accounts together",
                    "lower 'balance' or 'count'");
                return;
            }
        }
    }

    private static void RequireNodeIdentities(SectionValues values, IReadOnlyList<NodeGroup> nodes)
    {
        long count = nodes.Sum(group => (long)group.Count);
        if (count > MostNodes)
        {
            values.RefuseAt(
                values.WrittenAt("nodes"),
                $"the groups have {count} nodes together",
                $"at most {MostNodes} nodes, each with a key of its own",
                "lower some 'count'");
        }
    }
}
