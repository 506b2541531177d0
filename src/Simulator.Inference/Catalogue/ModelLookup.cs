namespace Simulator.Inference.Catalogue;

/// <summary>The answer to "which file is this model?".</summary>
public abstract record ModelLookup
{
    private ModelLookup()
    {
    }

    public sealed record Found(ModelReference Reference, ModelBlob Blob) : ModelLookup;

    /// <param name="Text">What was asked for.</param>
    /// <param name="Nearest">The most similar references the store has, best first; at most three.</param>
    public sealed record Unknown(string Text, IReadOnlyList<string> Nearest) : ModelLookup
    {
        public string Message => Nearest.Count == 0
            ? $"no model '{Text}'; the store is empty"
            : $"no model '{Text}'; nearest: {string.Join(", ", Nearest)}";
    }
}
