using Simulator.Inference.Catalogue;
using Simulator.Inference.Hub;

namespace Simulator.Inference.Tests.Hub;

/// <summary>Versions never change, content is kept once, and what went bad on disk is said to be bad.</summary>
public sealed class HubStoreTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly HubStore store;

    public HubStoreTests() => store = new HubStore(folder);

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_hub_assigns_labels_and_the_first_version_says_that_it_is()
    {
        Add("abs", "Abs");
        Add("abs", "Neg");
        Add("abs", "Sqrt", isMajor: true);
        HubRepository repository = Add("abs", "Floor").Repository;

        Assert.Equal(["1.00", "1.01", "2.00", "2.01"], repository.Releases.Select(release => release.Version.ToString()));
        Assert.Equal("Initial version 1.00", repository.Releases[0].Notes);
    }

    [Fact]
    public void What_was_added_reads_back_by_reference()
    {
        HubAddition.Added added = Add("abs", "Abs");

        Assert.True(ModelReference.TryParse("abs@1.00", out ModelReference? reference));
        ModelBlob blob = store.Read(reference)!;
        Assert.Equal(added.File.BlobId, blob.BlobId);
        Assert.Equal(BlobCondition.Whole, store.ConditionOf(added.File));
        Assert.Equal(["abs@1.00"], store.References());
        Assert.Equal(added.Repository.Releases[0].Files, new HubStore(folder).Find("abs")!.Releases[0].Files);
    }

    [Fact]
    public void The_same_content_makes_no_second_version_and_no_second_blob()
    {
        Add("abs", "Abs");

        HubAddition again = store.Add(Candidate("abs", "Abs"));
        HubAddition.Added twin = Add("twin", "Abs");

        Assert.False(Assert.IsType<HubAddition.AlreadyThere>(again).IsRestored);
        Assert.False(twin.IsNewBlob);
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "blobs")));
        Assert.Single(store.Find("abs")!.Releases);
    }

    [Fact]
    public void Other_formats_are_kept_and_not_executed()
    {
        HubAddition.Added added = Assert.IsType<HubAddition.Added>(
            store.Add(new HubCandidate("llama", "llama.gguf", [.. "GGUF"u8, 3, 0, 0, 0])));

        Assert.False(added.File.IsExecutable);
        Assert.Equal(BlobCondition.Whole, store.ConditionOf(added.File));
        Assert.Empty(store.References());
        Assert.True(ModelReference.TryParse("llama@1.00", out ModelReference? reference));
        Assert.Null(store.Read(reference));
    }

    [Fact]
    public void A_refused_file_leaves_no_trace()
    {
        HubAddition[] refused =
        [
            store.Add(new HubCandidate("abs", "model.onnx", new HubModel { Opset = 6 }.ToBytes())),
            store.Add(new HubCandidate("abs", "model.onnx", [])),
            store.Add(new HubCandidate("abs", "notes.txt", [.. "notes"u8])),
            store.Add(new HubCandidate("abs", "model.onnx", [.. "notes"u8])),
            store.Add(new HubCandidate("../abs", "model.onnx", new HubModel().ToBytes())),
            store.Add(new HubCandidate("Abs", "model.onnx", new HubModel().ToBytes())),
        ];

        Assert.Equal(
            [
                HubRefusal.OpsetUnsupported, HubRefusal.EmptyFile, HubRefusal.NotAModel, HubRefusal.NotOnnx,
                HubRefusal.NameNotAllowed, HubRefusal.NameNotAllowed,
            ],
            refused.Select(addition => Assert.IsType<HubAddition.Refused>(addition).Reason));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_blob_that_went_bad_is_noticed_and_replaced_by_a_good_one()
    {
        HubFile file = Add("abs", "Abs").File;
        string path = Path.Combine(folder, "blobs", file.BlobId);
        byte[] content = File.ReadAllBytes(path);
        content[^1] ^= 1;
        File.WriteAllBytes(path, content);

        Assert.Equal(BlobCondition.Corrupted, store.ConditionOf(file));
        Assert.Contains("corrupted", ReadFails(), StringComparison.Ordinal);
        File.Delete(path);
        Assert.Equal(BlobCondition.Missing, store.ConditionOf(file));
        Assert.Contains("missing", ReadFails(), StringComparison.Ordinal);
        Assert.True(Assert.IsType<HubAddition.AlreadyThere>(store.Add(Candidate("abs", "Abs"))).IsRestored);
        Assert.Equal(BlobCondition.Whole, store.ConditionOf(file));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"name":"abs","description":"","versions":[{"version":"1.0","notes":"","files":[]}]}""")]
    [InlineData("""{"name":"abs","description":"","versions":[{"version":"1.00","notes":"","files":[]}]}""")]
    [InlineData("""{"name":"other","description":"","versions":[]}""")]
    [InlineData("""{"name":"abs","description":"","versions":[{"version":"1.00","notes":"","files":[{"file":"a","format":"onnx","bytes":1,"blob":"../../etc/passwd"}]}]}""")]
    public void A_damaged_repository_is_named(string text)
    {
        Add("abs", "Abs");
        string path = Path.Combine(folder, "repositories", "abs.json");
        File.WriteAllText(path, text);

        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => store.Find("abs")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => store.List());
    }

    [Fact]
    public void Two_processes_do_not_write_at_once()
    {
        Add("abs", "Abs");
        using FileStream other = new(Path.Combine(folder, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        IOException busy = Assert.Throws<IOException>(() => store.Add(Candidate("abs", "Neg")));

        Assert.Contains("another process", busy.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.00", true)]
    [InlineData("12.345", true)]
    [InlineData("1.0", false)]
    [InlineData("01.00", false)]
    [InlineData("1.007", false)]
    [InlineData("0.00", false)]
    [InlineData("", false)]
    public void Labels_have_one_written_form(string text, bool isLabel) =>
        Assert.Equal(isLabel, VersionLabel.TryParse(text, out _));

    private string ReadFails()
    {
        Assert.True(ModelReference.TryParse("abs@1.00", out ModelReference? reference));
        return Assert.Throws<InvalidDataException>(() => store.Read(reference)).Message;
    }

    private HubAddition.Added Add(string name, string operation, bool isMajor = false) =>
        Assert.IsType<HubAddition.Added>(store.Add(Candidate(name, operation, isMajor)));

    private static HubCandidate Candidate(string name, string operation, bool isMajor = false) =>
        new(name, "model.onnx", new HubModel { Operator = operation }.ToBytes(), isMajor);
}
