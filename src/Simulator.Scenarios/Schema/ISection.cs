namespace Simulator.Scenarios.Schema;

/// <summary>A section as documentation sees it.</summary>
internal interface ISection
{
    string Noun { get; }

    IReadOnlyList<Key> Keys { get; }
}
