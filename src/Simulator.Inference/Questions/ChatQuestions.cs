using Simulator.Primitives;

namespace Simulator.Inference.Questions;

/// <summary>What users ask the chat model: questions of the grammar it was built with, each part drawn for itself.</summary>
/// <remarks>A pure function of the draw. The grammar is in the model's <c>build.py</c>; the order of its words is not.</remarks>
public static class ChatQuestions
{
    private static readonly string[] Assets =
    [
        "Bitcoin", "Ethereum", "Solana", "Cardano", "Polkadot", "Avalanche", "Litecoin", "Chainlink",
        "Cosmos", "Near", "Monero", "Tezos", "Stellar", "Filecoin", "Aptos", "Optimism",
    ];

    private static readonly string[] Horizons = ["today", "tomorrow", "this week", "next week", "this month", "this year"];

    private static readonly string[] Openings = ["In short, ", "", "In detail, "];

    private static readonly string[] Forms =
    [
        "how volatile is {0} {1}?", "how much will {0} move {1}?", "what swings should I expect from {0} {1}?",
        "how risky is {0} {1}?", "what can I lose with {0} {1}?", "how much risk is in {0} {1}?",
        "should I buy {0} {1}?", "is it wise to buy {0} {1}?", "would you buy {0} {1}?",
        "should I sell {0} {1}?", "is it time to sell {0} {1}?", "would you sell {0} {1}?",
        "how well does {0} trade {1}?", "can I trade a lot of {0} {1}?", "is there enough trade in {0} {1}?",
        "what is {0} for {1}?", "what is {0} used for {1}?", "why would I need {0} {1}?",
    ];

    public static string PromptOf(Draw draw)
    {
        int combination = (int)draw.Below(Assets.Length * Horizons.Length * Openings.Length * Forms.Length);
        (combination, int asset) = int.DivRem(combination, Assets.Length);
        (combination, int horizon) = int.DivRem(combination, Horizons.Length);
        (int form, int opening) = int.DivRem(combination, Openings.Length);
        string question = Forms[form]
            .Replace("{0}", Assets[asset], StringComparison.Ordinal)
            .Replace("{1}", Horizons[horizon], StringComparison.Ordinal);
        return Openings[opening].Length == 0
            ? char.ToUpperInvariant(question[0]) + question[1..]
            : Openings[opening] + question;
    }
}
