namespace Simulator.Protocol.Pricing;

/// <summary>
/// Prices by model name. A name is looked up exactly after trimming and lower-casing; an unknown one is refused.
/// </summary>
public sealed class PriceTable
{
    private readonly Dictionary<string, ModelPrice> prices = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">Two models share a name or alias.</exception>
    public PriceTable(IEnumerable<ModelPrice> models)
    {
        foreach (ModelPrice model in models)
        {
            foreach (string name in model.Aliases.Prepend(model.Model))
            {
                prices.Add(Normalise(name), model);
            }
        }
    }

    /// <summary>The gateway's own table. protocol: pricing.</summary>
    public static PriceTable OfGateway { get; } = new(
    [
        new("gpt-4.1", 0.000002m, 0.000008m) { Aliases = ["gpt-4.1-2025-04-14"] },
        new("o4-mini", 0.0000011m, 0.0000044m) { ForcedTemperature = 1.0 },
        new("gpt-5", 0.00000125m, 0.00001m),
        new("gpt-5-mini", 0.00000025m, 0.000002m),
        new("gpt-5.2", 0.00000175m, 0.000014m),
        new("claude-sonnet-4-5", 0.000003m, 0.000015m),
        new("claude-sonnet-4-6", 0.000003m, 0.000015m),
        new("claude-sonnet-4-0", 0.000003m, 0.000015m) { Aliases = ["claude-4.0-sonnet"] },
        new("claude-haiku-4-5", 0.000001m, 0.000005m),
        new("claude-opus-4-5", 0.000005m, 0.000025m),
        new("claude-opus-4-6", 0.000005m, 0.000025m),
        new("gemini-2.5-flash", 0.0000003m, 0.0000025m),
        new("gemini-2.5-pro", 0.00000125m, 0.00001m),
        new("gemini-2.5-flash-lite", 0.0000001m, 0.0000004m),
        new("gemini-3-flash-preview", 0.0000005m, 0.000003m),
        new("grok-4", 0.000003m, 0.000015m),
        new("grok-4-fast", 0.0000002m, 0.0000005m),
        new("grok-4-1-fast", 0.0000002m, 0.0000005m) { Aliases = ["grok-4.1-fast"] },
        new("grok-4-1-fast-non-reasoning", 0.0000002m, 0.0000005m),
        new("grok-3-mini", 0.0000003m, 0.0000005m) { Aliases = ["grok-3-mini-beta"] },
        new("grok-3", 0.000003m, 0.000015m) { Aliases = ["grok-3-beta"] },
    ]);

    /// <summary>The price of a model, or null: the gateway answers 400 before inference and charges nothing.</summary>
    public ModelPrice? Find(string model) => prices.GetValueOrDefault(Normalise(model));

    private static string Normalise(string name) => name.Trim().ToLowerInvariant();
}
