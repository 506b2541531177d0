using System.Xml.Linq;

namespace Simulator.Simulation.Tests.House;

/// <summary>The doors between rooms. A new door is a change of this table, and so of the design.</summary>
public sealed class RoomTests
{
    private static readonly SortedDictionary<string, string[]> Doors = new(StringComparer.Ordinal)
    {
        ["Primitives"] = [],
        ["Statistics"] = ["Primitives"],
        ["Kernel"] = ["Primitives"],
        ["Cluster"] = ["Primitives"],
        ["Protocol"] = ["Primitives"],
        ["Chain"] = ["Primitives", "Protocol"],
        ["Inference"] = ["Primitives", "Protocol"],
        ["Economics"] = ["Primitives"],
        ["Records"] = ["Primitives", "Protocol"],
        ["Actors"] = ["Primitives", "Kernel", "Protocol", "Chain", "Inference", "Economics", "Records"],
        ["Checkers"] = ["Primitives", "Protocol", "Records"],
        ["Scenarios"] = ["Primitives", "Kernel", "Protocol", "Chain", "Inference", "Economics", "Actors"],
        ["Reporting"] = ["Primitives", "Protocol", "Records", "Checkers", "Statistics"],
        ["Experiments"] =
        [
            "Primitives", "Economics", "Actors", "Scenarios", "Kernel", "Cluster", "Protocol", "Inference", "Records", "Checkers", "Statistics", "Reporting",
        ],
        ["Benchmarks"] =
        [
            "Primitives", "Economics", "Kernel", "Protocol", "Chain", "Inference", "Records", "Actors", "Checkers",
        ],
        ["Cli"] =
        [
            "Primitives", "Experiments", "Scenarios", "Reporting", "Statistics", "Protocol", "Inference", "Kernel", "Cluster",
            "Benchmarks",
        ],
    };

    public static TheoryData<string> Rooms()
    {
        TheoryData<string> rooms = [];
        foreach (string path in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "Simulator.*"))
        {
            rooms.Add(Path.GetFileName(path)["Simulator.".Length..]);
        }

        return rooms;
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_has_only_the_doors_of_the_table(string room)
    {
        Assert.True(Doors.TryGetValue(room, out string[]? allowed), $"{room} is not in the table");
        string project = Path.Combine(Repository.Root, "src", $"Simulator.{room}", $"Simulator.{room}.csproj");

        IEnumerable<string> doors = XDocument.Load(project)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!))
            .Where(name => name.StartsWith("Simulator.", StringComparison.Ordinal))
            .Select(name => name["Simulator.".Length..]);

        Assert.Empty(doors.Except(allowed!));
    }

    [Theory]
    [InlineData("Primitives")]
    [InlineData("Kernel")]
    [InlineData("Chain")]
    [InlineData("Economics")]
    [InlineData("Records")]
    [InlineData("Actors")]
    [InlineData("Checkers")]
    public void Simulation_rooms_are_compiled_with_the_list_of_banned_symbols(string room)
    {
        string project = Path.Combine(Repository.Root, "src", $"Simulator.{room}", $"Simulator.{room}.csproj");

        Assert.Equal("true", XDocument.Load(project).Descendants("SimulationPure").Single().Value);
    }
}
