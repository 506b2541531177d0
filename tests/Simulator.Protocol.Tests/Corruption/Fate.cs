namespace Simulator.Protocol.Tests.Corruption;

/// <summary>What became of a corrupted message.</summary>
/// <param name="Kind">Which of the three ends.</param>
/// <param name="Name">The refusal's name, or the path of the field that now says something else.</param>
internal readonly record struct Fate(FateKind Kind, string Name)
{
    public static readonly Fate Same = new(FateKind.SameMeaning, "");

    public static Fate Refused(string name) => new(FateKind.Refused, name);

    public static Fate Refused<T>(T name)
        where T : struct, Enum => Refused(name.ToString());

    /// <summary>Accepted; null means that no field differs.</summary>
    public static Fate Accepted(string? differingField) =>
        differingField is null ? Same : new(FateKind.NotAuthenticated, differingField);
}
