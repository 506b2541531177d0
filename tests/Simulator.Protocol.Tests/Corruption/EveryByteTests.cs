using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.Corruption.Messages;

namespace Simulator.Protocol.Tests.Corruption;

/// <summary>
/// Every corruption of a single byte of every message is refused by name, or means the same, or hits a field of the
/// committed table.
/// </summary>
public sealed class EveryByteTests
{
    private static readonly IReadOnlyList<MessageType> Messages = AllMessages.Types;

    public static TheoryData<string> Names => [.. Messages.Select(message => message.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_corruption_ends_as_the_committed_table_says(string name)
    {
        MessageType message = Messages.Single(type => type.Name == name);
        Assert.Equal(Fate.Same, message.Judge([.. message.Sample]));

        TableEntry found = TableEntry.Of(message, CorruptionCount.Of(message));

        Assert.Equal(
            CorruptionCount.OtherValues * message.Positions.Count,
            found.Refused + found.SameMeaning + found.NotAuthenticated);
        if (CommittedTable.IsBeingWritten)
        {
            CommittedTable.Write(found, [.. Messages.Select(type => type.Name)]);
        }

        TableEntry? committed = CommittedTable.Find(name);
        Assert.Equal(CommittedTable.Text(committed!), CommittedTable.Text(found.WithReasonsOf(committed)));
    }

    [Fact]
    public void The_table_lists_these_messages_and_gives_a_reason_for_every_field()
    {
        List<TableEntry> table = CommittedTable.Read();

        Assert.Equal(Messages.Select(message => message.Name), table.Select(entry => entry.Message));
        Assert.DoesNotContain(table.SelectMany(entry => entry.Fields), field => field.Reason.Length == 0);
    }

    [Fact]
    public void The_table_lists_every_call_the_library_knows()
    {
        IEnumerable<string> known = typeof(ContractCall).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ContractCall)))
            .Select(type => $"call {type.Name[..^4]} ");

        Assert.All(known, prefix => Assert.Contains(
            Messages, message => message.Name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_reference_page_is_generated_from_the_table() =>
        Assert.Equal(CommittedTable.Page(CommittedTable.Read()), File.ReadAllText(CommittedTable.PagePath));
}
